package org.dramatis.lab.pretrain;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.text.JinjaChatTemplate;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.lab.tokenizer.BytePairs;
import org.dramatis.lab.tokenizer.TokenizerWriter;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Progress;
import org.dramatis.stage.document.Scribe;
import org.dramatis.stage.world.World;

/** Makes a model of a world from nothing: a tokenizer, then weights. The same world, recipe and seed make the same model. */
public record Pretraining(World world, Recipe recipe, long seed, Trainer trainer) {
    private static final int DOCUMENTS_FOR_THE_TOKENIZER = 20_000;
    private static final int BYTES_AND_ROLES = 256 + 5;

    /**
     * Trains, or goes on where it was interrupted, and leaves a model in the folder.
     *
     * @return the loss of every step done
     */
    public List<Double> into(Path folder, Consumer<Progress> listener, BooleanSupplier stop) {
        Corpus corpus = new Corpus(new Scribe(world, seed));
        TokenizerWriter tokenizer = new TokenizerWriter(
                BytePairs.learn(corpus.words(DOCUMENTS_FOR_THE_TOKENIZER), recipe.pieces() - BYTES_AND_ROLES),
                recipe.context());
        tokenizer.write(folder);
        List<Demonstration> lessons = lessons(corpus, folder);
        Lesson lesson = new Lesson.Imitation(lessons);
        var config = recipe.config(tokenizer.vocabulary()).json();
        try (Session session = trainer.train(config, folder, lesson, recipe.plan(seed), folder.resolve("run"))) {
            if (session.finish(listener, stop)) {
                session.saveModel(folder, DataType.F16);
                new Manifest(world.name(), recipe, seed, lessons, session.losses()).write(folder);
            }
            return session.losses();
        }
    }

    private List<Demonstration> lessons(Corpus corpus, Path folder) {
        ModelFolder model = new ModelFolder(folder);
        try (TokenizerFile tokenizer = TokenizerFile.open(model)) {
            JinjaChatTemplate template =
                    JinjaChatTemplate.find(model, Clock.systemUTC()).orElseThrow();
            return corpus.lessons(recipe.documents(), new DocumentTokens(template, tokenizer), recipe.context());
        }
    }
}
