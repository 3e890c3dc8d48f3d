package org.dramatis.torch.train;

import java.util.Optional;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.torch.network.StoredModel;
import org.dramatis.torch.network.Weights;
import tools.jackson.databind.JsonNode;

/**
 * The model that training begins with. It stays as it is, and open as long as the run: the reference of preferences and rewards,
 * and the base of an adapter.
 *
 * @param config its {@code config.json}
 * @param folder where its other files are, where it came from one
 */
public record BaseModel(Architecture architecture, JsonNode config, Optional<ModelFolder> folder, Weights weights)
        implements AutoCloseable {
    /**
     * A model from its folder.
     *
     * @throws CheckpointException when it is not supported, or a tensor is missing or has another shape
     */
    public static BaseModel read(ModelFolder folder) {
        try (StoredModel stored = StoredModel.open(folder)) {
            return new BaseModel(stored.architecture(), stored.config(), Optional.of(folder), stored.weights());
        }
    }

    /** A model that has learnt nothing: see {@link RandomWeights}. */
    public static BaseModel random(JsonNode config, long seed) {
        Architecture architecture = Architectures.read("config.json", config);
        return new BaseModel(architecture, config, Optional.empty(), RandomWeights.of(architecture, seed));
    }

    @Override
    public void close() {
        weights.close();
    }
}
