package org.dramatis.audit.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.forecast.Probe;
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
        whole.fields("name", "about", "unwanted", "probes");
        String name = whole.text("name");
        whole.text("about");
        List<String> unwanted = whole.items("unwanted").stream()
                .map(behaviour -> behaviour.asText("a behaviour"))
                .toList();
        List<BehaviourProbe> probes = new ArrayList<>();
        for (Item entry : whole.items("probes")) {
            probe(entry).ifPresent(probes::add);
        }
        return whole.result(() -> new ProbeSet(name, probes, new LinkedHashSet<>(unwanted)));
    }

    private static Optional<BehaviourProbe> probe(Item entry) {
        entry.fields("id", "about", "question", "answers");
        String id = entry.text("id");
        String about = entry.text("about");
        String question = entry.text("question");
        List<String> answers = new ArrayList<>();
        List<String> behaviours = new ArrayList<>();
        for (Item answer : entry.items("answers")) {
            answer.fields("behaviour", "answer");
            behaviours.add(answer.text("behaviour"));
            answers.add(answer.text("answer"));
        }
        return entry.made(() -> new BehaviourProbe(about, new Probe(id, question, answers), behaviours));
    }
}
