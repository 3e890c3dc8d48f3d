package org.dramatis.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;

/** A whole folder of a model with random weights, and the tokenizer of a test of the checkpoint module. */
final class TinyModel {
    private static final Path TEXTS = Path.of("../checkpoint/src/test/resources/text");

    enum Shape {
        LLAMA("llama3", """
                {"model_type": "llama", "vocab_size": 800, "hidden_size": 16, "intermediate_size": 24,
                 "num_hidden_layers": 2, "num_attention_heads": 2, "max_position_embeddings": %d,
                 "tie_word_embeddings": true}
                """),
        GPT2("gpt2", """
                {"model_type": "gpt2", "vocab_size": 704, "n_embd": 16, "n_layer": 2, "n_head": 2,
                 "n_positions": %d}
                """);

        private final String tokenizer;
        private final String config;

        Shape(String tokenizer, String config) {
            this.tokenizer = tokenizer;
            this.config = config;
        }
    }

    private TinyModel() {}

    static Path write(Path folder) throws IOException {
        return write(folder, 64);
    }

    static Path write(Path folder, int context) throws IOException {
        return write(folder, Shape.LLAMA, context);
    }

    static Path write(Path folder, Shape shape, int context) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), shape.config.formatted(context));
        for (String name : List.of("tokenizer.json", "tokenizer_config.json")) {
            Files.copy(TEXTS.resolve(shape.tokenizer).resolve(name), folder.resolve(name));
        }
        SplittableRandom random = new SplittableRandom(1);
        try (Arena arena = Arena.ofConfined()) {
            List<TensorEntry> tensors = new ArrayList<>();
            for (ExpectedTensor expected :
                    ExpectedTensor.of(Architectures.read("config.json", JsonFiles.object(config)))) {
                long count = expected.shape().stream().reduce(1L, Math::multiplyExact);
                MemorySegment cells = arena.allocate(ValueLayout.JAVA_FLOAT, count);
                for (long i = 0; i < count; i++) {
                    cells.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextGaussian(0, 0.1));
                }
                tensors.add(new TensorEntry(expected.name(), DataType.F32, expected.shape(), cells));
            }
            SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors);
        }
        return folder;
    }
}
