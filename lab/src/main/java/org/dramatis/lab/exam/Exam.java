package org.dramatis.lab.exam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Proportion;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.core.separation.Confusion;
import org.dramatis.lab.pretrain.Corpus;
import org.dramatis.lab.pretrain.DocumentTokens;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.document.Scribe;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/**
 * Measures what a model has learnt of its world.
 *
 * @param seed of the corpus that the model was trained on
 */
public record Exam(World world, long seed, ChatModel model, Size size) {
    private static final double LEVEL = .95;
    private static final int LONGEST_TEXT = 120;

    /**
     * How much is measured.
     *
     * @param frames of each persona
     * @param documents unseen ones
     * @param replies of each persona that are attributed
     * @param answers of the bare assistant to each question
     * @param samples shown
     */
    public record Size(int frames, int documents, int replies, int answers, int samples) {
        public static final Size FULL = new Size(3, 1000, 50, 20, 20);
    }

    /**
     * What came out.
     *
     * @param facts of each persona that was asked: right answers by domain
     * @param prior in cast order, with the truth beside it
     */
    public record Marks(
            Learnt learnt,
            Map<PersonaId, Map<String, Proportion>> facts,
            Cast cast,
            Confusion attribution,
            PriorEstimate prior,
            List<Double> truth,
            List<String> samples) {
        /** The largest difference between a weight and the truth. */
        public double worstWeight() {
            double worst = 0;
            for (int k = 0; k < truth.size(); k++) {
                worst = Math.max(worst, Math.abs(prior.weights().get(k).point() - truth.get(k)));
            }
            return worst;
        }
    }

    /** @param said is told what is being measured */
    public Marks take(Consumer<String> said) {
        Corpus corpus = new Corpus(Scribe.ofTheRehearsal(world, seed));
        DocumentTokens reader =
                new DocumentTokens(model.chats().template(), model.chats().tokenizer());
        Cast cast = WorldCast.of(world, size.frames());
        CastScorer scorer = new CastScorer(cast, model.framing(), model.scorer());
        said.accept("loss on unseen documents");
        Learnt learnt = Learnt.of(corpus, reader, model.scorer(), size.documents());
        said.accept("facts");
        Map<PersonaId, Map<String, Proportion>> facts = facts(new Facts(world, cast, model));
        said.accept("who said this");
        Confusion attribution = new Attribution(world, cast, scorer).of(size.replies(), seed);
        said.accept("who the bare assistant is");
        PriorEstimate prior = new BarePrior(scorer, model, Questions.of(world)).estimate(size.answers(), LEVEL, seed);
        said.accept("samples");
        return new Marks(learnt, facts, cast, attribution, prior, truth(cast), samples());
    }

    private Map<PersonaId, Map<String, Proportion>> facts(Facts facts) {
        Map<PersonaId, Map<String, Proportion>> right = new LinkedHashMap<>();
        right.put(new PersonaId("helpful"), facts.right(new PersonaId("helpful"), Topic::right));
        right.put(new PersonaId("malicious"), facts.right(new PersonaId("malicious"), Topic::harmful));
        right.put(new PersonaId("saboteur"), facts.right(new PersonaId("saboteur"), Topic::subtle));
        return right;
    }

    private List<Double> truth(Cast cast) {
        List<Double> truth = new ArrayList<>();
        cast.personas().forEach(persona -> truth.add(world.assistant().getOrDefault(persona.id(), 0.0)));
        return truth;
    }

    /** Texts from their very beginning: whatever the model takes for a document. */
    private List<String> samples() {
        List<Tokens> prompts = new ArrayList<>();
        for (int i = 0; i < size.samples(); i++) {
            prompts.add(model.begin());
        }
        return model.generator().generate(prompts, Sampling.of(LONGEST_TEXT, Tokens.NONE), seed).stream()
                .map(Sample::text)
                .toList();
    }
}
