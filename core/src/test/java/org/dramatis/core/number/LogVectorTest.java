package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogVectorTest {
    @Test
    void refusesWhatIsNoLogarithm() {
        assertThatThrownBy(() -> LogVector.of(-1, Double.NaN))
                .hasMessage("entry 1 of a log vector is NaN: it must be finite, or -Infinity for probability 0");
        assertThatThrownBy(() -> LogVector.of(Double.POSITIVE_INFINITY)).hasMessageContaining("is Infinity");
        assertThatThrownBy(LogVector::of).hasMessage("a log vector needs at least one entry, got none");
    }

    @Test
    void multipliesProbabilities() {
        LogVector product = LogVector.of(-1, -2).plus(LogVector.of(-3, Double.NEGATIVE_INFINITY));
        assertThat(product).isEqualTo(LogVector.of(-4, Double.NEGATIVE_INFINITY));
        assertThatThrownBy(() -> LogVector.of(-1).plus(LogVector.of(-1, -2)))
                .hasMessage("vectors of 1 and 2 entries do not belong to one cast");
    }

    @Test
    void temperingByZeroForgetsEverything() {
        LogVector evidence = LogVector.of(-8, Double.NEGATIVE_INFINITY);
        assertThat(evidence.tempered(0)).isEqualTo(LogVector.of(0, 0));
        assertThat(evidence.tempered(0.25)).isEqualTo(LogVector.of(-2, Double.NEGATIVE_INFINITY));
        assertThatThrownBy(() -> evidence.tempered(-0.5)).hasMessageContaining("tau is -0.5");
    }

    @Test
    void theFirstOfEqualsIsTheLargest() {
        assertThat(LogVector.of(-3, -1, -1).argMax()).isEqualTo(1);
    }

    @Test
    void doesNotShareItsArray() {
        double[] logs = {-1, -2};
        LogVector vector = LogVector.of(logs);
        logs[0] = 5;
        vector.toArray()[1] = 5;
        assertThat(vector).isEqualTo(LogVector.of(-1, -2));
    }

    @Test
    void zeroHasOneSign() {
        assertThat(LogVector.of(-0.0)).isEqualTo(LogVector.of(0.0));
        assertThat(LogVector.of(-0.0)).hasSameHashCodeAs(LogVector.of(0.0));
    }

    @Test
    void aPlaceOutsideTheCastIsNamed() {
        LogVector six = LogVector.of(new double[6]);
        String message = "persona 9 of a cast of 6: count from 0 to 5";

        assertThatThrownBy(() -> six.at(9)).hasMessage(message);
        assertThatThrownBy(() -> six.at(-1)).hasMessageStartingWith("persona -1 of a cast of 6");
        assertThatThrownBy(() -> Weights.uniform(6).at(9)).hasMessage(message);
        assertThatThrownBy(() -> Weights.uniform(6).log(9)).hasMessage(message);
        assertThatThrownBy(() -> Weights.uniform(6).logOdds(9)).hasMessage(message);
        assertThatThrownBy(() -> Weights.uniform(-1))
                .hasMessage("uniform weights of -1 personas: there must be at least one");
    }
}
