package org.dramatis.checkpoint.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear map inside the layers, the kind of module that adapters add to.
 *
 * @param module its full name: its tensors are {@code module.weight} and, with a bias, {@code module.bias}
 * @param input width of what it reads
 * @param output width of what it gives
 */
public record Projection(String module, int input, int output, boolean bias) {

    /** What adapters call it: the last part of its name, {@code q_proj} say. */
    public String target() {
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** All of them, layer by layer, in the order in which a token meets them. */
    public static List<Projection> of(Architecture architecture) {
        return architecture.layers().stream()
                .flatMap(layer -> of(architecture, layer.prefix()).stream())
                .toList();
    }

    private static List<Projection> of(Architecture architecture, String prefix) {
        Attention attention = architecture.attention();
        int width = architecture.width();
        int queries = attention.heads() * attention.headWidth();
        int keys = attention.keyValueHeads() * attention.headWidth();
        List<Projection> all = new ArrayList<>();
        switch (attention.inputs()) {
            case Attention.Inputs.Separate(String query, String key, String value) -> {
                all.add(new Projection(prefix + query, width, queries, attention.inputBias()));
                all.add(new Projection(prefix + key, width, keys, attention.inputBias()));
                all.add(new Projection(prefix + value, width, keys, attention.inputBias()));
            }
            case Attention.Inputs.Stacked(String name) ->
                all.add(new Projection(prefix + name, width, queries + 2 * keys, attention.inputBias()));
            case Attention.Inputs.PerHead(String name) ->
                all.add(new Projection(prefix + name, width, queries + 2 * keys, attention.inputBias()));
        }
        all.add(new Projection(prefix + attention.output(), queries, width, attention.outputBias()));
        addFeedForward(all, architecture, prefix);
        return all;
    }

    private static void addFeedForward(List<Projection> all, Architecture architecture, String prefix) {
        FeedForward part = architecture.feedForward();
        int width = architecture.width();
        int inner = part.innerWidth();
        switch (part.inputs()) {
            case FeedForward.Inputs.Plain(String name) ->
                all.add(new Projection(prefix + name, width, inner, part.bias()));
            case FeedForward.Inputs.Gated(String gate, String up) -> {
                all.add(new Projection(prefix + gate, width, inner, part.bias()));
                all.add(new Projection(prefix + up, width, inner, part.bias()));
            }
            case FeedForward.Inputs.GatedStacked(String name) ->
                all.add(new Projection(prefix + name, width, 2 * inner, part.bias()));
        }
        all.add(new Projection(prefix + part.output(), inner, width, part.bias()));
    }
}
