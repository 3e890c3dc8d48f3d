package org.dramatis.checkpoint.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How far a layer's attention reaches, under the names of {@code layer_types}. */
enum LayerType {
    FULL("full_attention"),
    SLIDING("sliding_attention");

    private final String word;

    LayerType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What {@code layer_types} lists, or the family's own rule where it is not there. */
    static List<LayerType> read(Fields config, int layers, IntFunction<LayerType> rule) {
        Optional<List<String>> words = config.texts("layer_types");
        if (words.isEmpty()) {
            return IntStream.range(0, layers).mapToObj(rule).toList();
        }
        if (words.get().size() != layers) {
            throw config.wrong("layer_types", "a list of num_hidden_layers (" + layers + ") texts");
        }
        return words.get().stream().map(word -> of(config, word)).toList();
    }

    private static LayerType of(Fields config, String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> config.wrong("layer_types", "a list of " + FULL.word + " and " + SLIDING.word));
    }
}
