package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;

class ReadingTest {
    /** Four rows of logits at a time, of some thirty. */
    private static final int FEW_LOGITS = 4 * Tiny.VOCABULARY;

    private static final List<Example> PAIRS = Tiny.preferences(6).stream()
            .<Example>map(pair -> new Preferred(
                    new Text(pair.prompt(), pair.chosen()), new Text(pair.prompt(), pair.rejected()), 0, 1, .3))
            .toList();

    @Test
    void givesTheSameWithFewLogitsAtATime() {
        try (Workers workers = new Workers(1);
                BaseModel base = Tiny.model();
                Learner learner = new Learner(base, new Trained.Everything(), AdamW.USUAL, 0, workers)) {
            Reading whole = new Reading(learner.transformer());
            Reading cut = new Reading(learner.transformer(), FEW_LOGITS);
            List<Text> texts =
                    PAIRS.stream().flatMap(pair -> pair.texts().stream()).toList();
            assertThat(cut.logs(texts)).containsExactly(whole.logs(texts), within(1e-6));
            float[] expected = gradient(learner, whole);
            float[] gradient = gradient(learner, cut);
            for (int i = 0; i < expected.length; i++) {
                assertThat(gradient[i]).isCloseTo(expected[i], within(1e-6f));
            }
        }
    }

    private static float[] gradient(Learner learner, Reading reading) {
        learner.gradient().clear();
        reading.learn(PAIRS);
        try (Scope _ = Scope.ofInference()) {
            return Tensors.floats(learner.gradient().part(0, learner.layout().size()));
        }
    }
}
