package org.dramatis.torch;

import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.WeightReader;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;

/** A model on this machine, from a folder in the Hugging Face layout. */
public final class TorchModel implements TokenScorer, AutoCloseable {
    private final Weights weights;
    private final Transformer transformer;
    private final Workers workers;
    private final TorchScorer scorer;

    private TorchModel(Architecture architecture, Weights weights, int workers) {
        this.weights = weights;
        this.transformer = new Transformer(architecture, weights);
        this.workers = new Workers(workers);
        this.scorer = new TorchScorer(transformer, this.workers, Hooks.NONE);
    }

    /**
     * Opens a folder.
     *
     * @param workers threads that calculate; one for each core is best
     * @throws CheckpointException when the folder cannot be used, with the reason
     */
    public static TorchModel open(Path path, int workers) {
        ModelFolder folder = new ModelFolder(path);
        Path config = folder.require("config.json");
        try (TensorFiles files = TensorFiles.open(folder)) {
            Architecture architecture = Architectures.read(config.toString(), JsonFiles.object(config), files.names());
            return new TorchModel(architecture, WeightReader.read(files, architecture), workers);
        }
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return scorer.score(passages, tooLong);
    }

    @Override
    public int context() {
        return scorer.context();
    }

    @Override
    public void close() {
        workers.close();
        transformer.close();
        weights.close();
    }
}
