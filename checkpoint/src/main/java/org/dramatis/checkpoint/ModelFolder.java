package org.dramatis.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of a model. Its files are reached through here alone, so that none leads out of it. */
public record ModelFolder(Path path) {
    public ModelFolder {
        if (!Files.isDirectory(path)) {
            throw new CheckpointException(path + " is no folder: give the folder that holds config.json");
        }
    }

    /**
     * A file of this name, if it is there.
     *
     * @throws CheckpointException when it is not a file, or a link leads out of the folder
     */
    public Optional<Path> find(String name) {
        Path file = path.resolve(name).normalize();
        if (!path.normalize().equals(file.getParent())) {
            throw new CheckpointException(
                    path + " names the file '" + name + "': a file must lie in the folder itself");
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new CheckpointException(file + " is not a file");
            }
            if (!real.startsWith(path.toRealPath()) && !inSharedStore(real)) {
                throw new CheckpointException(
                        file + " is a link to " + real + ", out of the folder: copy the file there");
            }
            return Optional.of(real);
        } catch (IOException problem) {
            throw new CheckpointException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    /** As {@link #find}, and an error where it is missing. */
    public Path require(String name) {
        return find(name).orElseThrow(() -> new CheckpointException(path + " has no " + name));
    }

    /** The download cache keeps {@code models--X/snapshots/REVISION/config.json} as a link to {@code models--X/blobs/HASH}. */
    private boolean inSharedStore(Path real) throws IOException {
        Path snapshots = path.toRealPath().getParent();
        return snapshots != null
                && snapshots.endsWith("snapshots")
                && real.startsWith(snapshots.resolveSibling("blobs"));
    }
}
