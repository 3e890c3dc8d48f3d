package org.dramatis.stage.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.store.written.Misprint;
import org.dramatis.store.written.MisprintException;
import org.dramatis.store.written.WrittenFile;
import tools.jackson.core.type.TypeReference;

/**
 * YAML files by name: those of a folder, and after {@code stage:} those of the shipped world.
 *
 * @param folder none where everything is shipped
 */
record YamlFiles(Optional<Path> folder) {
    private static final String SHIPPED = "stage:";

    /** The name of a file as another one writes it: a shipped file names shipped files. */
    static String named(String name, String by) {
        return by.startsWith(SHIPPED) && !name.startsWith(SHIPPED) ? SHIPPED + name : name;
    }

    /** @throws IllegalArgumentException with file, line and reason when it does not hold that */
    <T> T read(String name, TypeReference<T> type) {
        try {
            return WrittenFile.yaml(bytes(name)).read(type);
        } catch (MisprintException wrong) {
            Misprint first = wrong.misprints().getFirst();
            String line =
                    first.mark().line() == 0 ? "" : ", line " + first.mark().line();
            throw new IllegalArgumentException(described(name) + line + ": " + first.reason(), wrong);
        }
    }

    private byte[] bytes(String name) {
        return name.startsWith(SHIPPED) ? shipped(name) : WrittenFile.bytes(beside(name));
    }

    private static byte[] shipped(String name) {
        try (InputStream in = YamlFiles.class.getResourceAsStream(name.substring(SHIPPED.length()))) {
            if (in == null) {
                throw new IllegalArgumentException(
                        name + " cannot be read: the shipped world has no file of that name");
            }
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new IllegalArgumentException(name + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** The file as a reader of an error finds it. */
    String described(String name) {
        return name.startsWith(SHIPPED) ? name : beside(name).toString();
    }

    private Path beside(String name) {
        return folder.map(f -> f.resolve(name)).orElse(Path.of(name));
    }
}
