package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> Weights.of(0.5, 0.4)).hasMessage("the weights sum to 0.9: they must sum to 1");
        assertThatThrownBy(() -> Weights.of(1.5, -0.5)).hasMessage("weight 1 is -0.5: it must lie in [0, 1]");
        assertThatThrownBy(() -> Weights.of(Double.NaN, 1)).hasMessageContaining("weight 0 is NaN");
        assertThatThrownBy(() -> Weights.softmax(LogVector.of(NEVER))).hasMessageContaining("minus infinity");
    }

    @Test
    void updatesByBayesRule() {
        Weights posterior = Weights.of(0.9, 0.1).after(LogVector.of(Math.log(0.2), Math.log(0.6)));
        assertThat(posterior.at(0)).isCloseTo(0.18 / 0.24, within(1e-15));
        assertThat(posterior.logOdds(0)).isCloseTo(Math.log(3), within(1e-14));
    }

    @Test
    void orderOfEpisodesDoesNotMatter() {
        LogVector first = LogVector.of(-3, -1, -2);
        LogVector second = LogVector.of(-1, -9, -4);
        Weights prior = Weights.of(0.2, 0.3, 0.5);
        assertClose(prior.after(first).after(second), prior.after(second).after(first), 1e-14);
    }

    @Test
    void constantsAndNamesDoNotMatter() {
        Weights prior = Weights.of(0.2, 0.3, 0.5);
        Weights posterior = prior.after(LogVector.of(-3, -1, -2));
        assertClose(posterior, prior.after(LogVector.of(-1003, -1001, -1002)), 1e-12);
        Weights relabelled = Weights.of(0.5, 0.2, 0.3).after(LogVector.of(-2, -3, -1));
        assertThat(relabelled.at(1)).isCloseTo(posterior.at(0), within(1e-15));
    }

    @Test
    void differencesOfAMillionNatsStay() {
        Weights weights = Weights.uniform(3).after(LogVector.of(-1_000_000, -2_000_000, NEVER));
        assertThat(weights.log(1)).isCloseTo(-1_000_000, within(1e-6));
        assertThat(weights.logOdds(1)).isCloseTo(-1_000_000, within(1e-6));
        assertThat(weights.log(2)).isEqualTo(NEVER);
        assertThat(weights.after(LogVector.of(-2_000_000, -1_000_000, 0)).at(1)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void fourThousandPersonasStillSumToOne() {
        RandomGenerator random = new SplittableRandom(1);
        double[] logits = random.doubles(4096, -1e6, 0).toArray();
        Weights weights = Weights.softmax(LogVector.of(logits));
        double sum = 0;
        for (double weight : weights.toArray()) {
            sum += weight;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void impossibleEvidenceIsAnError() {
        assertThatThrownBy(() -> Weights.of(1, 0).after(LogVector.of(NEVER, -1)))
                .hasMessageContaining("probability 0 under every persona of positive weight");
    }

    @Test
    void certaintyHasNoEntropy() {
        assertThat(Weights.of(1, 0).entropy()).isZero();
        assertThat(Weights.uniform(8).entropy()).isCloseTo(Math.log(8), within(1e-14));
        assertThat(Weights.of(1, 0).logOdds(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static void assertClose(Weights actual, Weights expected, double tolerance) {
        assertThat(actual.toArray()).containsExactly(expected.toArray(), within(tolerance));
    }
}
