package org.dramatis.cli;

import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.torch.Workers;
import org.dramatis.torch.generate.TorchGenerator;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.score.TorchScorer;
import org.dramatis.torch.train.BaseModel;
import org.dramatis.torch.train.TorchTraining;
import tools.jackson.databind.JsonNode;

/** Training on this machine. */
record TorchTrainer(Workers workers) implements Trainer {
    @Override
    public Session train(Path base, Lesson lesson, Plan plan, Path run) {
        return open(BaseModel.read(new ModelFolder(base)), base, lesson, plan, run);
    }

    @Override
    public Session train(JsonNode config, Path tokenizer, Lesson lesson, Plan plan, Path run) {
        return open(BaseModel.random(config, plan.seed()), tokenizer, lesson, plan, run);
    }

    private Session open(BaseModel base, Path tokenizerFolder, Lesson lesson, Plan plan, Path run) {
        TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(tokenizerFolder));
        TorchTraining training = TorchTraining.open(
                base,
                lesson,
                plan,
                run,
                network -> new TorchGenerator(network, tokenizer, workers, Hooks.NONE),
                workers);
        return new TorchSession(base, tokenizer, training, workers);
    }

    private record TorchSession(BaseModel base, TokenizerFile tokenizer, TorchTraining training, Workers workers)
            implements Session {
        @Override
        public TokenScorer scorer() {
            return new TorchScorer(training.network(), workers, Hooks.NONE);
        }

        @Override
        public void saveModel(Path folder, DataType type) {
            training.saveModel(folder, type);
        }

        @Override
        public int step() {
            return training.step();
        }

        @Override
        public int steps() {
            return training.steps();
        }

        @Override
        public List<Double> losses() {
            return training.losses();
        }

        @Override
        public Progress advance() {
            return training.advance();
        }

        @Override
        public void save() {
            training.save();
        }

        @Override
        public void close() {
            training.close();
            base.close();
            tokenizer.close();
        }
    }
}
