package org.dramatis.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Norms;
import org.dramatis.model.inspect.Site.Place;

/** The forward function of every family. It owns nothing of its parameters; closing it frees only what it made itself. */
public final class Transformer implements AutoCloseable {
    private record Block(
            Normalisation beforeAttention,
            SelfAttention attention,
            Normalisation afterAttention,
            Normalisation beforeFeedForward,
            FeedForwardPart feedForward,
            Normalisation afterFeedForward) {}

    private final Architecture architecture;
    private final Tensor tokenEmbedding;
    private final Optional<Tensor> positionEmbedding;
    private final Rotation rotation;
    private final List<Block> blocks = new ArrayList<>();
    private final Normalisation last;
    private final Tensor head;

    public Transformer(Architecture architecture, Parameters parameters) {
        this.architecture = architecture;
        this.tokenEmbedding = parameters.tensor(architecture.embedding().tokens());
        this.positionEmbedding = architecture.embedding().positions().map(parameters::tensor);
        this.rotation = new Rotation(architecture);
        Norms norms = architecture.norms();
        for (int index = 0; index < architecture.layers().size(); index++) {
            String prefix = architecture.layers().get(index).prefix();
            blocks.add(new Block(
                    Normalisation.of(norms, prefix, norms.beforeAttention(), parameters),
                    new SelfAttention(architecture, index, parameters),
                    Normalisation.of(norms, prefix, norms.afterAttention(), parameters),
                    Normalisation.of(norms, prefix, norms.beforeFeedForward(), parameters),
                    new FeedForwardPart(architecture, prefix, parameters),
                    Normalisation.of(norms, prefix, norms.afterFeedForward(), parameters)));
        }
        this.last = Normalisation.of(norms, norms.last(), parameters);
        this.head = architecture.head().weight().map(parameters::tensor).orElse(tokenEmbedding);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The residual stream after the last layer, N x width. */
    public Tensor residual(Batch batch, Hooks hooks) {
        return residualAfter(blocks.size(), batch, hooks);
    }

    /** The residual stream after the first so many layers: what hooks see in those needs none of the others. */
    public Tensor residualAfter(int layers, Batch batch, Hooks hooks) {
        return residual(layers, batch, hooks, Optional.empty());
    }

    /**
     * The same for the tokens at these places alone, M x width. In the last layer nothing else is calculated of the others than what
     * these look at, unless hooks want to see it.
     */
    public Tensor residual(Batch batch, Hooks hooks, Tensor places) {
        return hooks.equals(Hooks.NONE)
                ? residual(blocks.size(), batch, hooks, Optional.of(places))
                : residual(batch, hooks).index_select(0, places);
    }

    private Tensor residual(int layers, Batch batch, Hooks hooks, Optional<Tensor> places) {
        Tensor stream = embed(batch);
        Rotation.Angles angles = rotation.at(batch.positions());
        for (int index = 0; index < layers; index++) {
            Block block = blocks.get(index);
            stream = hooks.at(batch, index, Place.RESIDUAL_BEFORE, stream);
            Tensor heads = block.attention().heads(block.beforeAttention().of(stream), batch, angles);
            if (index == blocks.size() - 1 && places.isPresent()) {
                heads = heads.index_select(0, places.get());
                stream = stream.index_select(0, places.get());
            }
            stream = afterAttention(index, stream, block.attention().output(heads), batch, hooks);
        }
        return stream;
    }

    private Tensor afterAttention(int index, Tensor stream, Tensor output, Batch batch, Hooks hooks) {
        Block block = blocks.get(index);
        Tensor attended =
                hooks.at(batch, index, Place.ATTENTION, block.afterAttention().of(output));
        Tensor between = architecture.parallel() ? stream : stream.add(attended);
        Tensor fed = block.afterFeedForward()
                .of(block.feedForward().of(block.beforeFeedForward().of(between)));
        fed = hooks.at(batch, index, Place.FEED_FORWARD, fed);
        Tensor after = architecture.parallel() ? stream.add(attended).add(fed) : between.add(fed);
        return hooks.at(batch, index, Place.RESIDUAL_AFTER, after);
    }

    private Tensor embed(Batch batch) {
        Tensor stream = torch.embedding(tokenEmbedding, batch.ids());
        if (architecture.embedding().scale() != 1) {
            stream = stream.mul(new Scalar(architecture.embedding().scale()));
        }
        return positionEmbedding.isPresent()
                ? stream.add(torch.embedding(positionEmbedding.get(), batch.positions()))
                : stream;
    }

    /** Logits, M x vocabulary, of M rows of the residual stream after the last layer. */
    public Tensor logits(Tensor residual) {
        Tensor logits = torch.linear(last.of(residual), head);
        if (architecture.head().softCap().isEmpty()) {
            return logits;
        }
        double cap = architecture.head().softCap().getAsDouble();
        return logits.div(new Scalar(cap)).tanh_().mul(new Scalar(cap)); // in place, the backward pass would lose it
    }

    @Override
    public void close() {
        rotation.close();
    }
}
