package org.dramatis.torch.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.checkpoint.tensors.TensorFiles;
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
        var file = folder.require("config.json");
        JsonNode config = JsonFiles.object(file);
        try (TensorFiles files = TensorFiles.open(folder)) {
            Architecture architecture = Architectures.read(file.toString(), config, files.names());
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (ExpectedTensor expected : ExpectedTensor.of(architecture)) {
                tensors.put(expected.name(), read(files, expected.name(), expected.shape()));
            }
            return new BaseModel(architecture, config, Optional.of(folder), new Weights(tensors));
        }
    }

    /** A model that has learnt nothing: see {@link RandomWeights}. */
    public static BaseModel random(JsonNode config, long seed) {
        Architecture architecture = Architectures.read("config.json", config);
        return new BaseModel(architecture, config, Optional.empty(), RandomWeights.of(architecture, seed));
    }

    /** A tensor of a file, in single precision, which belongs to no scope. */
    static Tensor read(TensorFiles files, String name, List<Long> shape) {
        TensorEntry entry = files.require(name);
        if (!entry.shape().equals(shape)) {
            throw new CheckpointException(
                    "tensor '" + name + "' has shape " + entry.shape() + ", where the configuration asks for " + shape);
        }
        Tensor tensor = torch.empty(shape.stream().mapToLong(Long::longValue).toArray());
        files.readWeights(name, NativeBytes.of(tensor));
        return tensor;
    }

    @Override
    public void close() {
        weights.close();
    }
}
