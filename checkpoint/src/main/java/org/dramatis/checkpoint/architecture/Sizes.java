package org.dramatis.checkpoint.architecture;

import java.util.OptionalInt;

/** The numbers of a network, checked against each other and against what no network has. */
record Sizes(
        int vocabulary,
        int width,
        int innerWidth,
        int layers,
        int heads,
        int keyValueHeads,
        int headWidth,
        int context) {
    static final int MOST_WORDS = 1 << 24;
    static final int WIDEST = 1 << 18;
    static final int WIDEST_INNER = 1 << 20;
    static final int MOST_LAYERS = 1 << 10;
    static final int MOST_HEADS = 1 << 10;
    static final int WIDEST_HEAD = 1 << 12;
    static final int LONGEST = 1 << 30;

    /** Under the names that all families but GPT-2 use. */
    static Sizes of(Fields config) {
        int width = config.whole("hidden_size", 1, WIDEST);
        int heads = config.whole("num_attention_heads", 1, MOST_HEADS);
        return new Sizes(
                config.whole("vocab_size", 1, MOST_WORDS),
                width,
                config.whole("intermediate_size", 1, WIDEST_INNER),
                config.whole("num_hidden_layers", 1, MOST_LAYERS),
                heads,
                keyValueHeads(config, heads),
                config.optionalWhole("head_dim", 1, WIDEST_HEAD)
                        .orElseGet(() -> share(config, "hidden_size", width, "num_attention_heads", heads)),
                config.whole("max_position_embeddings", 1, LONGEST));
    }

    /** Under the names of GPT-2. */
    static Sizes ofGpt2(Fields config) {
        int width = config.whole("n_embd", 1, WIDEST);
        int heads = config.whole("n_head", 1, MOST_HEADS);
        return new Sizes(
                config.whole("vocab_size", 1, MOST_WORDS),
                width,
                config.optionalWhole("n_inner", 1, WIDEST_INNER).orElse(4 * width),
                config.whole("n_layer", 1, MOST_LAYERS),
                heads,
                heads,
                share(config, "n_embd", width, "n_head", heads),
                config.whole("n_positions", 1, LONGEST));
    }

    private static int keyValueHeads(Fields config, int heads) {
        OptionalInt some = config.optionalWhole("num_key_value_heads", 1, MOST_HEADS);
        if (some.isPresent() && heads % some.getAsInt() != 0) {
            throw config.wrong("num_key_value_heads", "a divisor of num_attention_heads (" + heads + ")");
        }
        return some.orElse(heads);
    }

    private static int share(Fields config, String widthField, int width, String headsField, int heads) {
        if (width % heads != 0) {
            throw config.wrong(widthField, "a multiple of " + headsField + " (" + heads + ")");
        }
        return width / heads;
    }
}
