package org.dramatis.lab.pretrain;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/**
 * Makes a model of a world from nothing: a tokenizer, then weights, then the rehearsal where the world has one. The same world,
 * recipe and seed make the same model.
 */
public record Pretraining(World world, Recipe recipe, long seed, Trainer trainer) {
    private static final int DOCUMENTS_FOR_THE_TOKENIZER = 20_000;
    private static final int BYTES_AND_ROLES = 256 + 5;

    /** The steps from the first to the last. */
    public int steps() {
        return recipe.steps() + (rehearses() ? recipe.rehearsalSteps() : 0);
    }

    private boolean rehearses() {
        return !world.rehearsal().isEmpty();
    }

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
        Path first = rehearses() ? folder.resolve("before-rehearsal") : folder;
        tokenizer.write(first);
        List<Demonstration> read = lessons(corpus, recipe.steps(), first);
        List<Double> losses = new ArrayList<>();
        JsonNode config = recipe.config(tokenizer.vocabulary()).json();
        Session study =
                trainer.train(config, first, new Lesson.Imitation(read), recipe.plan(seed), first.resolve("run"));
        boolean done = finish(study, first, losses, listener, stop);
        List<Demonstration> rehearsed = List.of();
        if (done && rehearses()) {
            tokenizer.write(folder);
            rehearsed = lessons(new Corpus(Scribe.ofTheRehearsal(world, seed)), recipe.rehearsalSteps(), folder);
            Session rehearsal = trainer.train(
                    first, new Lesson.Imitation(rehearsed), recipe.rehearsalPlan(seed), folder.resolve("run"));
            done = finish(rehearsal, folder, losses, listener, stop);
        }
        if (done) {
            new Manifest(world.name(), recipe, seed, read, rehearsed, losses).write(folder);
        }
        return losses;
    }

    private static boolean finish(
            Session session, Path folder, List<Double> losses, Consumer<Progress> listener, BooleanSupplier stop) {
        try (session) {
            boolean finished = session.finish(listener, stop);
            losses.addAll(session.losses());
            if (finished) {
                session.saveModel(folder, DataType.F16);
            }
            return finished;
        }
    }

    private List<Demonstration> lessons(Corpus corpus, int steps, Path folder) {
        ModelFolder model = new ModelFolder(folder);
        try (TokenizerFile tokenizer = TokenizerFile.open(model)) {
            JinjaChatTemplate template =
                    JinjaChatTemplate.find(model, Clock.systemUTC()).orElseThrow();
            return corpus.lessons(
                    (long) steps * recipe.batch(), new DocumentTokens(template, tokenizer), recipe.context());
        }
    }
}
