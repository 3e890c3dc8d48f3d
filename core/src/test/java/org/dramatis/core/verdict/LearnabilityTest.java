package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.number.Measured;
import org.junit.jupiter.api.Test;

class LearnabilityTest {
    private static final Learnability SPLIT = Learnability.nearerToTypical(1.5, 0.95);
    private static final List<Rereading> LEARNT =
            List.of(new Rereading(2.1, 5.2), new Rereading(2.6, 4.9), new Rereading(1.9, 5.6), new Rereading(2.4, 5.0));

    @Test
    void whatSiblingsTeachIsACapability() {
        // scipy.optimize.brentq on |mean(gain - rho excess)| = t sem(gain - rho excess), t = scipy.stats.t.ppf(0.975,
        // 3)
        assertThat(SPLIT.judge(LEARNT)).isInstanceOfSatisfying(RowVerdict.NewCapability.class, capability -> {
            assertThat(capability.learnableShare().point()).isCloseTo(0.7959183673469388, within(1e-13));
            assertThat(capability.learnableShare().interval().low()).isCloseTo(0.6109474876377043, within(1e-10));
            assertThat(capability.learnableShare().interval().high()).isCloseTo(0.9384222435987485, within(1e-10));
        });
        assertThat(SPLIT.explain(LEARNT).orElseThrow().value()).isCloseTo(0.7959183673469388, within(1e-13));
    }

    @Test
    void whatSiblingsTeachNoBetterThanStrangersIsNoise() {
        assertThat(SPLIT.judge(List.of(new Rereading(5.1, 5.2), new Rereading(5.0, 4.9), new Rereading(5.5, 5.6))))
                .isInstanceOf(RowVerdict.Noise.class);
    }

    @Test
    void anIntervalOnBothSidesOfTheRequiredShareDecidesNothing() {
        assertThat(new Learnability(1.5, 0.8, 0.95).judge(LEARNT)).isInstanceOf(RowVerdict.Undecided.class);
    }

    @Test
    void nothingIsLearntFromARowThatIsNotSurprising() {
        assertThat(SPLIT.judge(List.of(new Rereading(1.0, 1.2), new Rereading(1.1, 1.4))))
                .isInstanceOfSatisfying(
                        RowVerdict.NotSurprising.class,
                        not -> assertThat(not.excess().point()).isCloseTo(-0.2, within(1e-15)));
        assertThat(SPLIT.judge(List.of(new Rereading(1.0, 1.4), new Rereading(1.1, 1.9))))
                .as("above typical on average, but not settled")
                .isInstanceOf(RowVerdict.NotSurprising.class);
        assertThat(SPLIT.judge(List.of(new Rereading(1.5, 1.5), new Rereading(1.5, 1.5))))
                .isInstanceOf(RowVerdict.NotSurprising.class);
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        assertThatThrownBy(() -> SPLIT.judge(LEARNT.subList(0, 1)))
                .hasMessage("an interval of the mean needs at least 2 values, got 1");
        assertThatThrownBy(() -> new Rereading(2, Double.POSITIVE_INFINITY))
                .hasMessage(
                        "a row has surprise 2.0 after its siblings and Infinity after strangers: both must be finite");
        assertThatThrownBy(() -> new Learnability(1.5, 1, 0.95))
                .hasMessage("the required share is 1.0: it must lie between 0 and 1, 0.5 say");
        assertThatThrownBy(() -> new Learnability(Double.NaN, 0.5, 0.95))
                .hasMessage("the typical surprise is NaN: it must be finite");
    }

    @Test
    void withoutExcessThereIsNoShareToExplain() {
        assertThat(SPLIT.explain(List.of(new Rereading(1.0, 1.5), new Rereading(1.0, 1.5))))
                .isEqualTo(Measured.unmeasurable(
                        "the surprise after strangers exceeds the typical one by 0.0 nats a token:"
                                + " there is nothing to be learnt a share of"));
    }
}
