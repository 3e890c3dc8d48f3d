package org.dramatis.torch.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Layer;

/** Attention of one layer: projections, norms and rotation of queries and keys; who sees whom is the batch's affair. */
final class SelfAttention {
    private final Attention attention;
    private final Layer layer;
    private final int index;
    private final List<Projection> inputs;
    private final Projection output;
    private final Optional<Normalisation> queryNorm;
    private final Optional<Normalisation> keyNorm;

    SelfAttention(Architecture architecture, int index, Parameters parameters) {
        this.attention = architecture.attention();
        this.layer = architecture.layers().get(index);
        this.index = index;
        String prefix = layer.prefix();
        this.inputs = names(attention.inputs()).stream()
                .map(name -> parameters.projection(prefix + name, attention.inputBias(), architecture.inputMajor()))
                .toList();
        this.output =
                parameters.projection(prefix + attention.output(), attention.outputBias(), architecture.inputMajor());
        this.queryNorm = attention
                .queryKeyNorm()
                .map(norm -> Normalisation.of(architecture.norms(), prefix + norm.query(), parameters));
        this.keyNorm = attention
                .queryKeyNorm()
                .map(norm -> Normalisation.of(architecture.norms(), prefix + norm.key(), parameters));
    }

    private static List<String> names(Attention.Inputs inputs) {
        return switch (inputs) {
            case Attention.Inputs.Separate(String query, String key, String value) -> List.of(query, key, value);
            case Attention.Inputs.Stacked(String name) -> List.of(name);
            case Attention.Inputs.PerHead(String name) -> List.of(name);
        };
    }

    /** What the heads found, from N x width to N x (heads * head width). */
    Tensor heads(Tensor input, Batch batch, Rotation.Angles angles) {
        List<Tensor> projected = project(input);
        Tensor queries = angles.turn(layer, normalised(queryNorm, projected.get(0)));
        Tensor keys = angles.turn(layer, normalised(keyNorm, projected.get(1)));
        return batch.attend(attention, layer, index, queries, keys, projected.get(2));
    }

    /** Back to the width of the residual stream. */
    Tensor output(Tensor heads) {
        return output.of(heads);
    }

    /** Queries, keys and values, each N x heads x head width. */
    private List<Tensor> project(Tensor input) {
        long tokens = input.size(0);
        long width = attention.headWidth();
        int heads = attention.heads();
        int shared = attention.keyValueHeads();
        return switch (attention.inputs()) {
            case Attention.Inputs.Separate separate ->
                List.of(
                        inputs.get(0).of(input).view(tokens, heads, width),
                        inputs.get(1).of(input).view(tokens, shared, width),
                        inputs.get(2).of(input).view(tokens, shared, width));
            case Attention.Inputs.Stacked stacked -> {
                Tensor all = inputs.getFirst().of(input).view(tokens, heads + 2L * shared, width);
                yield Tensors.parts(all, 1, heads, shared, shared);
            }
            case Attention.Inputs.PerHead perHead -> {
                Tensor all = inputs.getFirst().of(input).view(tokens, heads, 3 * width);
                yield Tensors.parts(all, 2, width, width, width);
            }
        };
    }

    private Tensor normalised(Optional<Normalisation> norm, Tensor heads) {
        if (norm.isEmpty()) {
            return heads;
        }
        boolean perHead = attention.queryKeyNorm().orElseThrow().perHead();
        return perHead
                ? norm.get().of(heads)
                : norm.get().of(heads.flatten(1, 2)).view(heads.size(0), heads.size(1), heads.size(2));
    }
}
