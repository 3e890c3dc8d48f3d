package org.dramatis.torch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.checkpoint.text.TokenizerFile;
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
import org.dramatis.torch.network.WeightReader;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;

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
public final class TorchModel implements TokenScorer, Generator, AutoCloseable {
    private final Path path;
    private final Weights weights;
    private final Transformer transformer;
    private final Workers workers;
    private final Optional<TokenizerFile> tokenizer;

    private TorchModel(
            Path path, Weights weights, Transformer transformer, Workers workers, Optional<TokenizerFile> tokenizer) {
        this.path = path;
        this.weights = weights;
        this.transformer = transformer;
        this.workers = workers;
        this.tokenizer = tokenizer;
    }

    /**
     * Opens a folder.
     *
     * @param count of the threads that calculate; one for each core is best
     * @throws CheckpointException when the folder cannot be used, with the reason
     */
    public static TorchModel open(Path path, int count) {
        ModelFolder folder = new ModelFolder(path);
        Path config = folder.require("config.json");
        try (TensorFiles files = TensorFiles.open(folder)) {
            Architecture architecture = Architectures.read(config.toString(), JsonFiles.object(config), files.names());
            Optional<TokenizerFile> tokenizer = folder.find("tokenizer.json").map(file -> TokenizerFile.open(folder));
            Workers workers = new Workers(count); // before the first tensor: they set how libtorch calculates
            Weights weights = WeightReader.read(files, architecture);
            return new TorchModel(path, weights, new Transformer(architecture, weights), workers, tokenizer);
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
        return new TorchScorer(transformer, workers, Hooks.NONE).score(passages, tooLong);
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Stream stream) {
        return new TorchGenerator(transformer, tokenizer(), workers, Hooks.NONE)
                .generate(prompts, sampling, seed, stream);
    }

    @Override
    public void close() {
        workers.close();
        transformer.close();
        weights.close();
        tokenizer.ifPresent(TokenizerFile::close);
    }
}
