package org.dramatis.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Embedding;
import org.dramatis.checkpoint.architecture.FeedForward;
import org.dramatis.checkpoint.architecture.Head;
import org.dramatis.checkpoint.architecture.Layer;
import org.dramatis.checkpoint.architecture.Norms;
import org.dramatis.checkpoint.architecture.Rotary;

/** Small transformers that differ in what a family can differ in. */
public enum Shapes {
    /** Like Llama: every head has keys of its own. */
    PLAIN,
    /** Like Qwen3: two heads share keys and values, queries and keys are normalised. */
    GROUPED,
    /** Like Mistral: a token sees five, in every layer but the second. */
    SLIDING,
    /** Like Gemma 2: soft caps, sliding windows in every other layer, norms before and after, unit offsets. */
    CAPPED,
    /** Like GPT-2: learned positions, layer norms, biases, one projection for queries, keys and values. */
    LEARNED,
    /** Like GPT-NeoX: attention and feed-forward side by side, part of a head turned. */
    PARALLEL;

    /** 256 bytes, then a few ids that end a text. */
    public static final int VOCABULARY = 260;

    public static final int WIDTH = 32;
    public static final int CONTEXT = 96;

    private static final int HEADS = 4;
    private static final int HEAD_WIDTH = WIDTH / HEADS;
    private static final int INNER = 48;
    private static final int LAYERS = 3;

    public Architecture architecture() {
        return new Architecture(
                name().toLowerCase(Locale.ROOT),
                VOCABULARY,
                WIDTH,
                CONTEXT,
                embedding(),
                norms(),
                attention(),
                feedForward(),
                layers(),
                head(),
                this == PARALLEL,
                this == LEARNED);
    }

    /** A Llama of any size. */
    public static Architecture llama(int vocabulary, int width, int layers, int heads, int inner, int context) {
        Architecture small = PLAIN.architecture();
        Attention attention = small.attention();
        int headWidth = width / heads;
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            all.add(new Layer("layers." + i + ".", OptionalInt.empty(), Optional.of(rotary(headWidth))));
        }
        return new Architecture(
                "llama",
                vocabulary,
                width,
                context,
                small.embedding(),
                small.norms(),
                new Attention(
                        heads,
                        heads,
                        headWidth,
                        1 / Math.sqrt(headWidth),
                        OptionalDouble.empty(),
                        attention.inputs(),
                        false,
                        attention.output(),
                        false,
                        Optional.empty()),
                new FeedForward(
                        inner,
                        FeedForward.Activation.SILU,
                        small.feedForward().inputs(),
                        small.feedForward().output(),
                        false),
                all,
                small.head(),
                false,
                false);
    }

    private Embedding embedding() {
        return new Embedding(
                "tokens",
                this == LEARNED ? Optional.of("positions") : Optional.empty(),
                this == CAPPED ? Math.sqrt(WIDTH) : 1);
    }

    private Norms norms() {
        boolean layer = this == LEARNED || this == PARALLEL;
        Optional<String> after = this == CAPPED ? Optional.of("after") : Optional.empty();
        return new Norms(
                layer ? Norms.Kind.LAYER : Norms.Kind.ROOT_MEAN_SQUARE,
                1e-5,
                this == CAPPED,
                Optional.of("attention_norm"),
                after.map(name -> "attention_" + name),
                Optional.of("feed_forward_norm"),
                after.map(name -> "feed_forward_" + name),
                "norm");
    }

    private Attention attention() {
        Attention.Inputs inputs = switch (this) {
            case LEARNED -> new Attention.Inputs.Stacked("attention.all");
            case PARALLEL -> new Attention.Inputs.PerHead("attention.all");
            default -> new Attention.Inputs.Separate("attention.query", "attention.key", "attention.value");
        };
        boolean bias = this == LEARNED || this == PARALLEL;
        return new Attention(
                HEADS,
                this == GROUPED || this == CAPPED ? HEADS / 2 : HEADS,
                HEAD_WIDTH,
                1 / Math.sqrt(HEAD_WIDTH),
                this == CAPPED ? OptionalDouble.of(2) : OptionalDouble.empty(),
                inputs,
                bias,
                "attention.output",
                bias,
                this == GROUPED
                        ? Optional.of(new Attention.QueryKeyNorm("attention.query_norm", "attention.key_norm", true))
                        : Optional.empty());
    }

    private FeedForward feedForward() {
        return switch (this) {
            case LEARNED, PARALLEL ->
                new FeedForward(
                        INNER,
                        FeedForward.Activation.GELU,
                        new FeedForward.Inputs.Plain("feed_forward.in"),
                        "feed_forward.out",
                        true);
            default ->
                new FeedForward(
                        INNER,
                        this == CAPPED ? FeedForward.Activation.GELU_TANH : FeedForward.Activation.SILU,
                        new FeedForward.Inputs.Gated("feed_forward.gate", "feed_forward.up"),
                        "feed_forward.down",
                        false);
        };
    }

    private List<Layer> layers() {
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            boolean narrow = (this == SLIDING && i != 1) || (this == CAPPED && i % 2 == 0);
            all.add(new Layer(
                    "layers." + i + ".",
                    narrow ? OptionalInt.of(5) : OptionalInt.empty(),
                    this == LEARNED
                            ? Optional.empty()
                            : Optional.of(rotary(this == PARALLEL ? HEAD_WIDTH / 2 : HEAD_WIDTH))));
        }
        return all;
    }

    private static Rotary rotary(int dimensions) {
        List<Double> frequencies = new ArrayList<>();
        for (int i = 0; i < dimensions / 2; i++) {
            frequencies.add(Math.pow(10_000, -2.0 * i / dimensions));
        }
        return new Rotary(frequencies, 1);
    }

    private Head head() {
        boolean tied = this == CAPPED || this == LEARNED;
        return new Head(
                tied ? Optional.empty() : Optional.of("head"),
                this == CAPPED ? OptionalDouble.of(4) : OptionalDouble.empty());
    }
}
