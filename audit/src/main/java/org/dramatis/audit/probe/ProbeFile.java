package org.dramatis.audit.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.dramatis.store.written.Item;
import org.dramatis.store.written.MisprintException;
import org.dramatis.store.written.WrittenFile;

/**
 * Reads files of probes; {@code docs/probes.md} says what they hold. Whatever is wrong in one is refused with an
 * {@link IllegalArgumentException} that tells all of it, each with file, line and column.
 */
public final class ProbeFile {
    private static final String SHIPPED = "default.yaml";

    private ProbeFile() {}

    public static ProbeSet read(Path file) {
        return read(file.toString(), WrittenFile.bytes(file));
    }

    /** The probes for any model that can hold a conversation. */
    public static ProbeSet shipped() {
        try (InputStream in = ProbeFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the shipped probes " + SHIPPED);
            }
            return read(SHIPPED, in.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException("the shipped probes cannot be read", problem);
        }
    }

    private static ProbeSet read(String file, byte[] bytes) {
        try {
            return set(WrittenFile.yaml(bytes).whole());
        } catch (MisprintException wrong) {
            throw new IllegalArgumentException(wrong.in(file), wrong);
        }
    }

    private static ProbeSet set(Item whole) {
        whole.fields("name", "about", "unwanted", "replies", "probes");
        String name = whole.text("name");
        whole.text("about");
        List<String> unwanted = whole.items("unwanted").stream()
                .map(behaviour -> behaviour.asText("a behaviour"))
                .toList();
        int replies = WholeNumber.maybe(whole, "replies").orElse(ProbeSet.USUAL_REPLIES);
        List<BehaviourProbe> listed = new ArrayList<>();
        List<SampledProbe> sampled = new ArrayList<>();
        whole.items("probes").forEach(entry -> new ProbeEntry(entry).read(listed, sampled));
        return whole.result(() -> new ProbeSet(name, listed, sampled, replies, new LinkedHashSet<>(unwanted)));
    }
}
