package org.dramatis.checkpoint.tensors;

import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;

/** Explains a folder whose weights are not in safetensors files. */
final class OtherFormats {
    /** Ends of the names of files that hold weights: of PyTorch, llama.cpp, TensorFlow, Flax, ONNX. */
    private static final List<String> ENDS = List.of(".bin", ".pt", ".pth", ".gguf", ".h5", ".msgpack", ".onnx");

    private OtherFormats() {}

    static CheckpointException noSafetensors(ModelFolder folder) {
        String missing = folder.path() + " has neither " + TensorFiles.WHOLE + " nor " + TensorFiles.INDEX;
        List<String> names = folder.names();
        if (names.contains("adapter_model.safetensors")) {
            return new CheckpointException(missing
                    + ", but an adapter: give the folder of the model that it was trained on, or merge the two");
        }
        return new CheckpointException(names.stream()
                .filter(name -> ENDS.stream().anyMatch(name::endsWith))
                .findFirst()
                .map(name -> missing + ", but " + name + ": convert it to safetensors, with save_pretrained of the "
                        + "Python library transformers say, or fetch the model's safetensors files")
                .orElse(missing + ": give the folder of a model with its weights"));
    }
}
