package org.dramatis.core.inoculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class TriggerRiskTest {
    @Test
    void isTheDifferenceOfTwoForecasts() {
        LogVector logBehaviour = LogVector.of(Math.log(0.02), Math.log(0.9), Double.NEGATIVE_INFINITY);

        TriggerRisk risk = TriggerRisk.of(Weights.of(0.3, 0.6, 0.1), Weights.of(0.95, 0.05, 0), logBehaviour);

        assertThat(risk.recurring()).isCloseTo(0.546, within(1e-14));
        assertThat(risk.absent()).isCloseTo(0.064, within(1e-14));
        assertThat(risk.risk()).isCloseTo(0.482, within(1e-14));
        assertThat(risk.explain().value()).isEqualTo(risk.risk());
    }

    @Test
    void certaintyIsNotExceededByRounding() {
        for (int size = 1; size < 200; size++) {
            Weights weights = Weights.uniform(size);
            assertThat(TriggerRisk.of(weights, weights, LogVector.of(new double[size]))
                            .recurring())
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> new TriggerRisk(1.5, 0))
                .hasMessage("the behaviour has probability 1.5 with the prompt recurring: it must lie in [0, 1]");
        assertThatThrownBy(() -> TriggerRisk.of(Weights.uniform(1), Weights.uniform(1), LogVector.of(0.5)))
                .hasMessage("a persona shows the behaviour with log-probability 0.5: it must not exceed 0");
    }
}
