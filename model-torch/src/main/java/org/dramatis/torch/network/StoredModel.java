package org.dramatis.torch.network;

import java.nio.file.Path;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import tools.jackson.databind.JsonNode;

/**
 * A model in its folder, described but not read yet: weights take long, and what is wrong with the rest shall be said before.
 *
 * @param config its {@code config.json}
 */
public record StoredModel(JsonNode config, Architecture architecture, TensorFiles files) implements AutoCloseable {
    /** @throws CheckpointException when the model is not supported, or a file is missing or cannot be read */
    public static StoredModel open(ModelFolder folder) {
        Path file = folder.require("config.json");
        JsonNode config = JsonFiles.object(file);
        TensorFiles files = TensorFiles.open(folder);
        try {
            return new StoredModel(config, Architectures.read(file.toString(), config, files.names()), files);
        } catch (RuntimeException problem) {
            files.close();
            throw problem;
        }
    }

    /**
     * Read anew, to live on when this is closed.
     *
     * @throws CheckpointException when a tensor is missing or has another shape: see {@link WeightReader}
     */
    public Weights weights() {
        return WeightReader.read(files, architecture);
    }

    @Override
    public void close() {
        files.close();
    }
}
