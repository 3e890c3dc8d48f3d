package org.dramatis.torch;

import java.util.List;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.generate.TorchGenerator;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;

/**
 * A model with an adapter in its weights, of which it has a copy: that is closed with it. All else it shares with the model that it
 * was made of.
 */
public final class AdaptedModel implements TokenScorer, Generator, AutoCloseable {
    private final Weights weights;
    private final Transformer transformer;
    private final Workers workers;
    private final Tokenizer tokenizer;

    AdaptedModel(Weights weights, Transformer transformer, Workers workers, Tokenizer tokenizer) {
        this.weights = weights;
        this.transformer = transformer;
        this.workers = workers;
        this.tokenizer = tokenizer;
    }

    @Override
    public int context() {
        return transformer.architecture().context();
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return new TorchScorer(transformer, workers, Hooks.NONE).score(passages, tooLong);
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        return new TorchGenerator(transformer, tokenizer, workers, Hooks.NONE)
                .generate(prompts, sampling, seed, listener);
    }

    @Override
    public void close() {
        transformer.close();
        weights.close();
    }
}
