package org.dramatis.torch.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.checkpoint.tensors.TensorFiles;

/** From the files of a checkpoint into tensors, all of single precision: these processors calculate slower with half of it. */
public final class WeightReader {
    private WeightReader() {}

    /**
     * All that the architecture needs; what else the files hold outside its layers, and buffers, is left there.
     *
     * @throws CheckpointException naming the tensor that is missing, has another shape, holds no weights, or that the
     *     architecture has no place for
     */
    public static Weights read(TensorFiles files, Architecture architecture) {
        SurplusTensors.refuse(files, architecture);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try {
            for (ExpectedTensor expected : ExpectedTensor.of(architecture)) {
                tensors.put(expected.name(), read(files, expected));
            }
            return new Weights(tensors);
        } catch (RuntimeException problem) {
            tensors.values().forEach(Tensor::close);
            throw problem;
        }
    }

    /** One tensor, in single precision, which belongs to no scope. */
    public static Tensor read(TensorFiles files, ExpectedTensor expected) {
        TensorEntry entry = files.require(expected.name());
        if (!entry.shape().equals(expected.shape())) {
            throw new CheckpointException("tensor '" + expected.name() + "' has shape " + entry.shape()
                    + ", and the configuration asks for " + expected.shape());
        }
        long[] shape = expected.shape().stream().mapToLong(Long::longValue).toArray();
        try (Scope scope = Scope.ofInference()) {
            Tensor tensor =
                    scope.keep(torch.empty(shape, new TensorOptions(ScalarType.Float), new MemoryFormatOptional()));
            files.readWeights(expected.name(), Tensors.memory(tensor));
            return tensor;
        }
    }
}
