package org.dramatis.torch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.core.evidence.Reason;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer.TooLong;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.RandomModel;
import org.dramatis.torch.Shapes;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TorchScorerTest {
    /** Single precision: sums of some hundred products in another order. */
    private static final double ROUNDING = 1e-5;

    @ParameterizedTest
    @EnumSource
    void scoresAsIfEachPassageWereReadAlone(Shapes shape) {
        try (RandomModel model = new RandomModel(shape.architecture(), 2);
                Workers workers = new Workers(2)) {
            List<Passage> passages = passages(model, 7);
            List<Score> scores = new TorchScorer(model.transformer(), workers, Hooks.NONE).score(passages);

            for (int i = 0; i < passages.size(); i++) {
                assertThat(logs(scores.get(i))).containsExactly(alone(model, passages.get(i)), within(ROUNDING));
            }
        }
    }

    @Test
    void theOrderTheCompanyAndTheWorkersDoNotMatter() {
        try (RandomModel model = new RandomModel(Shapes.GROUPED.architecture(), 2);
                Workers one = new Workers(1);
                Workers three = new Workers(3)) {
            List<Passage> passages = passages(model, 8);
            List<Passage> shuffled = new ArrayList<>(passages);
            Collections.shuffle(shuffled, new Random(4));
            TorchScorer scorer = new TorchScorer(model.transformer(), one, Hooks.NONE);

            List<Score> together = scorer.score(passages);
            assertThat(scorer.score(passages)).isEqualTo(together);
            assertThat(new TorchScorer(model.transformer(), three, Hooks.NONE).score(passages))
                    .isEqualTo(together);
            List<Score> reordered = scorer.score(shuffled);
            for (int i = 0; i < passages.size(); i++) {
                double[] expected = logs(together.get(i));
                assertThat(logs(reordered.get(shuffled.indexOf(passages.get(i)))))
                        .containsExactly(expected, within(ROUNDING));
                assertThat(logs(scorer.score(List.of(passages.get(i))).getFirst()))
                        .containsExactly(expected, within(ROUNDING));
            }
        }
    }

    @Test
    void whatIsTooLongIsRefusedOrSlidOver() {
        try (RandomModel model = new RandomModel(Shapes.GROUPED.architecture(), 2);
                Workers workers = new Workers(2)) {
            TorchScorer scorer = new TorchScorer(model.transformer(), workers, Hooks.NONE);
            int context = scorer.context();
            Passage fits = new Passage(
                    random(new SplittableRandom(1), model, 3), random(new SplittableRandom(2), model, context - 2));
            Passage longer = new Passage(fits.prefix(), fits.continuation().followedBy(Tokens.of(1)));

            assertThat(scorer.score(List.of(fits)).getFirst()).isInstanceOf(Score.Scored.class);
            assertThat(scorer.score(List.of(longer)).getFirst())
                    .isEqualTo(new Score.Unscorable(new Reason(
                            Reason.Kind.TOO_LONG,
                            "a prefix of 3 tokens and a continuation of " + (context - 1) + "; the model reads "
                                    + context + " at once")));
            double[] slid = logs(scorer.score(List.of(longer), TooLong.SLIDE).getFirst());
            assertThat(slid).hasSize(context - 1);
            assertThat(java.util.Arrays.copyOf(slid, context - 2))
                    .containsExactly(logs(scorer.score(List.of(fits)).getFirst()), within(ROUNDING));
            Passage lastWindow = SlidingWindows.of(longer, context).getLast();
            assertThat(slid[context - 2])
                    .isCloseTo(
                            alone(model, lastWindow)[lastWindow.continuation().length() - 1], within(ROUNDING));
        }
    }

    @Test
    void anEmptyReplyHasNoScore() {
        try (RandomModel model = new RandomModel(Shapes.GROUPED.architecture(), 2);
                Workers workers = new Workers(1)) {
            TorchScorer scorer = new TorchScorer(model.transformer(), workers, Hooks.NONE);

            assertThat(scorer.score(List.of(new Passage(Tokens.of(1), Tokens.NONE))))
                    .containsExactly(new Score.Unscorable(
                            new Reason(Reason.Kind.EMPTY_REPLY, "the continuation has no tokens")));
            assertThat(scorer.score(List.of())).isEmpty();
        }
    }

    @Test
    void aTokenBeyondTheVocabularyIsNamed() {
        try (RandomModel model = new RandomModel(Shapes.GROUPED.architecture(), 2);
                Workers workers = new Workers(1)) {
            TorchScorer scorer = new TorchScorer(model.transformer(), workers, Hooks.NONE);
            int vocabulary = model.architecture().vocabulary();

            assertThatThrownBy(() -> scorer.score(List.of(new Passage(Tokens.of(1, vocabulary), Tokens.of(2)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("token 1 has id " + vocabulary + ": the model knows those below " + vocabulary);
        }
    }

    /** Three personas of which two begin alike, and questions of which two have the same replies to choose from. */
    private static List<Passage> passages(RandomModel model, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tokens begin = random(random, model, 20);
        List<Tokens> personas = List.of(
                begin.followedBy(random(random, model, 9)),
                begin.followedBy(random(random, model, 3)),
                random(random, model, 17));
        List<Passage> passages = new ArrayList<>();
        for (Tokens persona : personas) {
            for (int question = 0; question < 4; question++) {
                Tokens prefix = persona.followedBy(random(random, model, 1 + 6 * question));
                for (int reply = 0; reply < 3; reply++) {
                    passages.add(new Passage(prefix, random(random, model, 1 + random.nextInt(7))));
                }
            }
        }
        passages.add(new Passage(Tokens.of(1), Tokens.of(2)));
        return passages;
    }

    private static Tokens random(SplittableRandom random, RandomModel model, int length) {
        return Tokens.of(
                random.ints(length, 0, model.architecture().vocabulary()).toArray());
    }

    private static double[] logs(Score score) {
        return ((Score.Scored) score).logProbabilities().toArray();
    }

    /** The whole text in one pass, logits of every token. */
    private static double[] alone(RandomModel model, Passage passage) {
        try (Scope _ = Scope.ofInference()) {
            Tokens text = passage.prefix().followedBy(passage.continuation());
            PackedBatch batch = new PackedBatch(
                    List.of(new PackedBatch.Group(Optional.empty(), List.of(new PackedBatch.Row(text, 0)))), false);
            float[] logs = Tensors.floats(torch.log_softmax(
                    model.transformer().logits(model.transformer().residual(batch, Hooks.NONE)), 1));
            double[] own = new double[passage.continuation().length()];
            for (int t = 0; t < own.length; t++) {
                int place = passage.prefix().length() + t;
                own[t] = logs[(place - 1) * model.architecture().vocabulary() + text.at(place)];
            }
            return own;
        }
    }
}
