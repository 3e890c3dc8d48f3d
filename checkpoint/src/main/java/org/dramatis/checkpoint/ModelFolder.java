package org.dramatis.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a model. Its files are reached through here alone, so that none leads out of it. */
public record ModelFolder(Path path) {
    /** What separates a path, a drive or a stream on some system; NUL is allowed on none. */
    private static final String NEVER_IN_A_NAME = "/\\:\0";

    public ModelFolder {
        if (!Files.isDirectory(path)) {
            throw new CheckpointException(path + " is no folder: give the folder that holds config.json");
        }
    }

    /**
     * A file of this name, if it is there.
     *
     * @throws CheckpointException when the name is no plain one, it is not a file, or a link leads out of the folder or nowhere
     */
    public Optional<Path> find(String name) {
        Path file = place(name);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(followed(file)) : Optional.empty();
    }

    /** As {@link #find}, and an error where it is missing. */
    public Path require(String name) {
        return find(name).orElseThrow(() -> new CheckpointException(path + " has no " + name));
    }

    /** The names of all that lies in the folder, in alphabetical order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException problem) {
            throw new CheckpointException(path + " cannot be listed: " + problem.getMessage(), problem);
        }
    }

    private Path place(String name) {
        boolean plain = !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(character -> NEVER_IN_A_NAME.indexOf(character) >= 0);
        if (!plain) {
            throw new CheckpointException(path + " is said to hold a file '" + name
                    + "': a file must lie in the folder itself, under a plain name");
        }
        try {
            return path.resolve(name);
        } catch (InvalidPathException problem) {
            throw new CheckpointException(
                    path + " is said to hold a file '" + name + "', a name that this system cannot write", problem);
        }
    }

    private Path followed(Path file) {
        Path real = end(file);
        if (!Files.isRegularFile(real)) {
            throw new CheckpointException(file + " is not a file");
        }
        Path folder = end(path);
        if (!real.startsWith(folder) && !inDownloadCache(folder, real)) {
            throw new CheckpointException(
                    file + " is a link to " + real + ", out of the folder: copy the file into the folder");
        }
        return real;
    }

    private static Path end(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException problem) {
            throw new CheckpointException(
                    file + " cannot be opened" + (Files.isSymbolicLink(file) ? ", as a link that leads nowhere" : "")
                            + ": fetch the file again",
                    problem);
        }
    }

    /** The download cache keeps {@code models--X/snapshots/REVISION/config.json} as a link to {@code models--X/blobs/HASH}. */
    private static boolean inDownloadCache(Path folder, Path real) {
        Path snapshots = folder.getParent();
        Path model = snapshots != null && snapshots.endsWith("snapshots") ? snapshots.getParent() : null;
        return model != null
                && model.getFileName() != null
                && model.getFileName().toString().startsWith("models--")
                && model.resolve("blobs").equals(real.getParent());
    }
}
