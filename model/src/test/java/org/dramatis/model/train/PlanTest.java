package org.dramatis.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Trained.Adapter;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Plan PLAN = Plan.of(100);
    private static final Tokens ONE = Tokens.of(1);

    @Test
    void refusesValuesThatMakeNoSense() {
        requireRefused(() -> Plan.of(0), "steps is 0");
        requireRefused(() -> PLAN.withBatch(0), "batch is 0");
        requireRefused(() -> PLAN.withTokensAtOnce(0), "tokens at once is 0");
        requireRefused(() -> PLAN.withClip(0), "clipping of gradients is 0.0");
        requireRefused(() -> PLAN.withClip(Double.NaN), "NaN");
        requireRefused(() -> PLAN.withRate(new LearningRate(1, 100, 1)), "shorter than the run of 100 steps");
        requireRefused(() -> new AdamW(1, .9, 1e-8, 0), "beta 1 is 1.0");
        requireRefused(() -> new AdamW(.9, -.1, 1e-8, 0), "beta 2 is -0.1");
        requireRefused(() -> new AdamW(.9, .9, 0, 0), "epsilon is 0.0");
        requireRefused(() -> new AdamW(.9, .9, 1, -1), "weight decay is -1.0");
        requireRefused(() -> Adapter.ofRank(0), "rank of an adapter is 0");
        requireRefused(() -> new Adapter(1, 0, List.of()), "alpha is 0.0");
        requireRefused(() -> Saving.everySteps(0), "steps between checkpoints");
        requireRefused(() -> new Saving(OptionalInt.empty(), Optional.of(Duration.ZERO)), "time between");
    }

    @Test
    void refusesLessonsFromWhichNothingCanBeLearnt() {
        requireRefused(() -> Demonstration.of(Tokens.NONE, ONE), "prompt");
        requireRefused(() -> Demonstration.of(ONE, Tokens.NONE), "reply");
        requireRefused(() -> Demonstration.ofDocument(ONE), "at least 2 tokens");
        requireRefused(() -> new Demonstration(ONE, ONE, 0), "weight is 0.0");
        requireRefused(() -> new Preference(ONE, ONE, Tokens.NONE), "rejected");
        requireRefused(() -> new Lesson.Imitation(List.of()), "number of demonstrations is 0");
        requireRefused(() -> new Lesson.Preferences(List.of(new Preference(ONE, ONE, ONE)), 0), "beta is 0.0");
        requireRefused(() -> rewarded(List.of(), 2, ONE), "number of prompts is 0");
        requireRefused(() -> rewarded(List.of(Tokens.NONE), 2, ONE), "prompt is empty");
        requireRefused(() -> rewarded(List.of(ONE), 1, ONE), "group is 1");
        requireRefused(() -> rewarded(List.of(ONE), 2, Tokens.of(1, 2)), "number of stop tokens is 2");
    }

    private static Lesson rewarded(List<Tokens> prompts, int group, Tokens stops) {
        return new Lesson.Rewarded(prompts, (prompt, reply) -> 0, group, Sampling.of(4, stops), 0);
    }

    @Test
    void takesADocumentAsAReplyToItsFirstToken() {
        Demonstration document = Demonstration.ofDocument(Tokens.of(4, 5, 6));
        assertThat(document.prompt()).isEqualTo(Tokens.of(4));
        assertThat(document.reply()).isEqualTo(Tokens.of(5, 6));
    }

    @Test
    void savesWhenStepsOrTimeHavePassed() {
        Saving both = new Saving(OptionalInt.of(5), Optional.of(Duration.ofSeconds(9)));
        assertThat(both.isDue(4, Duration.ofSeconds(8))).isFalse();
        assertThat(both.isDue(5, Duration.ZERO)).isTrue();
        assertThat(both.isDue(0, Duration.ofSeconds(9))).isTrue();
    }

    private static void requireRefused(ThrowingCallable making, String why) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
