package org.dramatis.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;

/** A world of two personas, whole or with something wrong in it, as a file. */
public record TinyWorld(String text) {
    public static TinyWorld whole() {
        try (InputStream in = Objects.requireNonNull(TinyWorld.class.getResourceAsStream("tiny.yaml"))) {
            return new TinyWorld(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** With other words in place of some that stand in it. */
    public TinyWorld with(String words, String others) {
        if (!text.contains(words)) {
            throw new IllegalArgumentException("the tiny world has no '" + words + "'");
        }
        return new TinyWorld(text.replace(words, others));
    }

    /** The line, from 1, of the first place where these words stand. */
    public int line(String words) {
        return (int) text.substring(0, text.indexOf(words)).lines().count();
    }

    public Path in(Path folder) {
        try {
            return Files.writeString(folder.resolve("tiny.yaml"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public World read(Path folder) {
        return WorldFile.read(in(folder));
    }
}
