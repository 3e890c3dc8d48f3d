package org.dramatis.lab.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.stage.world.Recipe;
import org.dramatis.store.written.Misprint;
import org.dramatis.store.written.MisprintException;
import org.dramatis.store.written.WrittenFile;
import tools.jackson.core.type.TypeReference;

/** Reads experiments: those that ship, by their names, and those of files. */
public final class ExperimentFile {
    /** In the order in which all of them are run. */
    public static final List<String> SHIPPED =
            List.of("generalise", "inoculate", "context", "dose", "declarative", "denial");

    private ExperimentFile() {}

    /**
     * @param name of one that ships, or a file
     * @throws IllegalArgumentException with file, line and reason when it is neither
     */
    public static Experiment read(String name) {
        if (SHIPPED.contains(name)) {
            return shipped(name);
        }
        if (!Files.exists(Path.of(name))) {
            throw new IllegalArgumentException("there is no experiment '" + name
                    + "', and no file of that name: there are " + String.join(", ", SHIPPED));
        }
        return read(name, WrittenFile.bytes(Path.of(name)));
    }

    private static Experiment shipped(String name) {
        return read("the experiment '" + name + "'", resource(name + ".yaml"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = ExperimentFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " does not ship");
            }
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new IllegalStateException(name + " cannot be read", problem);
        }
    }

    private static Experiment read(String described, byte[] bytes) {
        Experiment experiment = read(described, bytes, new TypeReference<>() {});
        List<Recipe> shipped = read("recipes.yaml", resource("recipes.yaml"), new TypeReference<>() {});
        return experiment.with(
                shipped.stream().filter(recipe -> experiment.names(recipe.id())).toList());
    }

    private static <T> T read(String described, byte[] bytes, TypeReference<T> type) {
        try {
            return WrittenFile.yaml(bytes).read(type);
        } catch (MisprintException wrong) {
            Misprint first = wrong.misprints().getFirst();
            String line =
                    first.mark().line() == 0 ? "" : ", line " + first.mark().line();
            throw new IllegalArgumentException(described + line + ": " + first.reason(), wrong);
        }
    }
}
