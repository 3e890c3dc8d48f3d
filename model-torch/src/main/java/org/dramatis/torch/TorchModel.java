package org.dramatis.torch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.inspect.Steerable;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.generate.TorchGenerator;
import org.dramatis.torch.inspect.ActivationReader;
import org.dramatis.torch.inspect.Changes;
import org.dramatis.torch.inspect.ReplyGradients;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.StoredModel;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;
import org.dramatis.torch.train.LoadedAdapter;

/**
 * A model on this machine, from a folder in the Hugging Face layout.
 *
 * <pre>{@code
 * try (TorchModel model = TorchModel.open(Path.of("models/stage"), 2)) {
 *     Tokens question = model.tokenizer().encode("...");
 *     model.score(List.of(new Passage(question, model.tokenizer().encode(" Yes."))));
 * }
 * }</pre>
 */
public final class TorchModel implements TokenScorer, Generator, Inspectable, Steerable<TorchModel>, AutoCloseable {
    private final Path path;
    private final Weights weights;
    private final Transformer transformer;
    private final Workers workers;
    private final Optional<TokenizerFile> tokenizer;
    private final List<Change> changes;
    private final Hooks hooks;

    private TorchModel(
            Path path,
            Weights weights,
            Transformer transformer,
            Workers workers,
            Optional<TokenizerFile> tokenizer,
            List<Change> changes) {
        this.path = path;
        this.weights = weights;
        this.transformer = transformer;
        this.workers = workers;
        this.tokenizer = tokenizer;
        this.changes = List.copyOf(changes);
        this.hooks = changes.isEmpty() ? Hooks.NONE : new Changes(changes, transformer.architecture());
    }

    /**
     * Opens a folder.
     *
     * @param count of the threads that calculate; one for each core is best
     * @throws CheckpointException when the folder cannot be used, with the reason
     */
    public static TorchModel open(Path path, int count) {
        ModelFolder folder = new ModelFolder(path);
        try (StoredModel stored = StoredModel.open(folder)) {
            Optional<TokenizerFile> tokenizer = folder.find("tokenizer.json").map(file -> TokenizerFile.open(folder));
            Workers workers = new Workers(count); // before the first tensor: they set how libtorch calculates
            try {
                Weights weights = stored.weights();
                return new TorchModel(
                        path, weights, new Transformer(stored.architecture(), weights), workers, tokenizer, List.of());
            } catch (RuntimeException failed) {
                workers.close();
                tokenizer.ifPresent(TokenizerFile::close);
                throw failed;
            }
        }
    }

    public Architecture architecture() {
        return transformer.architecture();
    }

    /** @throws CheckpointException when the folder has none */
    public Tokenizer tokenizer() {
        return tokenizer.orElseThrow(() -> new CheckpointException(
                path + " has no tokenizer.json: tokens can be scored there, but no text read or written"));
    }

    @Override
    public int context() {
        return architecture().context();
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return new TorchScorer(transformer, workers, hooks).score(passages, tooLong);
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        return new TorchGenerator(transformer, tokenizer(), workers, hooks).generate(prompts, sampling, seed, listener);
    }

    @Override
    public int layers() {
        return architecture().layers().size();
    }

    @Override
    public int width() {
        return architecture().width();
    }

    @Override
    public Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions) {
        return new ActivationReader(transformer, hooks).read(text, sites, positions);
    }

    @Override
    public List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where) {
        return new ReplyGradients(transformer, workers, hooks).of(passages, sites, where);
    }

    /** {@inheritDoc} Changes add up: those of this model come first. Close one of the two, not both. */
    @Override
    public TorchModel changed(List<Change> more) {
        List<Change> all = Stream.concat(changes.stream(), more.stream()).toList();
        return new TorchModel(path, weights, transformer, workers, tokenizer, all);
    }

    /**
     * This model, without changes, with an adapter in a copy of its weights. Close it before this one.
     *
     * @throws CheckpointException when the folder holds another kind of adapter, or one that does not fit
     */
    public AdaptedModel adapted(Path folder) {
        try (LoadedAdapter adapter = LoadedAdapter.read(new ModelFolder(folder), architecture())) {
            Weights merged = adapter.merged(weights);
            return new AdaptedModel(merged, new Transformer(architecture(), merged), workers, tokenizer());
        }
    }

    @Override
    public void close() {
        workers.close();
        transformer.close();
        weights.close();
        tokenizer.ifPresent(TokenizerFile::close);
    }
}
