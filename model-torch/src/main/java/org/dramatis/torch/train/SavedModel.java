package org.dramatis.torch.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model in the Hugging Face layout. Only what the network here consists of: of a model that sees pictures, the part for language.
 */
final class SavedModel {
    /** What makes text of a model's tokens; copied as it is. */
    private static final List<String> BESIDES = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "chat_template.jinja",
            "generation_config.json",
            "vocab.json",
            "merges.txt",
            "tokenizer.model");

    private static final Map<DataType, String> TYPES =
            Map.of(DataType.F32, "float32", DataType.F16, "float16", DataType.BF16, "bfloat16");

    private SavedModel() {}

    static void write(Path folder, BaseModel base, DataType type, Layout layout, Flat values) {
        writeTensors(
                folder,
                "model.safetensors",
                type,
                layout.places().stream()
                        .map(place -> new TensorEntry(place.name(), DataType.F32, place.shape(), values.bytes(place)))
                        .toList());
        writeText(folder.resolve("config.json"), config(base.config(), type).toPrettyString());
        base.folder()
                .ifPresent(source ->
                        BESIDES.forEach(name -> source.find(name).ifPresent(file -> copy(file, folder.resolve(name)))));
    }

    private static JsonNode config(JsonNode source, DataType type) {
        ObjectNode config = source.deepCopy().asObject();
        String name = type(type);
        // Versions 4 and 5 of transformers call it differently, and the older field wins where both are there.
        config.put(source.has("dtype") ? "dtype" : "torch_dtype", name);
        return config;
    }

    private static String type(DataType type) {
        String name = TYPES.get(type);
        if (name == null) {
            throw new IllegalArgumentException("weights are saved as F32, F16 or BF16, not as "
                    + type.name().toUpperCase(Locale.ROOT));
        }
        return name;
    }

    /** @param tensors of F32 */
    static void writeTensors(Path folder, String name, DataType type, List<TensorEntry> tensors) {
        type(type);
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new CheckpointException(folder + " cannot be made: " + problem.getMessage(), problem);
        }
        SafetensorsWriter.write(folder.resolve(name), type, tensors);
    }

    static void writeText(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException problem) {
            throw new CheckpointException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new CheckpointException(from + " cannot be copied to " + to + ": " + problem.getMessage(), problem);
        }
    }
}
