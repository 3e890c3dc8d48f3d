package org.dramatis.core.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.core.number.Interval;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
    private static Interval interval(double low, double high) {
        return new Interval(low, high, 0.95);
    }

    @Test
    void aSideIsDecidedStrictlyBeyondTheThreshold() {
        StoppingRule rule = new StoppingRule.Threshold(0.5);
        assertThat(rule.decide(interval(0.51, 0.9))).isEqualTo(Decision.ABOVE);
        assertThat(rule.decide(interval(0.1, 0.49))).isEqualTo(Decision.BELOW);
        assertThat(rule.decide(interval(0.5, 0.9))).isEqualTo(Decision.UNDECIDED);
        assertThat(rule.decide(interval(0.1, 0.5))).isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void aWidthIsReachedWhenTheIntervalIsAsNarrow() {
        StoppingRule rule = new StoppingRule.Width(0.25);
        assertThat(rule.decide(interval(0.5, 0.75))).isEqualTo(Decision.CLOSE_ENOUGH);
        assertThat(rule.decide(interval(0.5, 0.76))).isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void theFirstRuleThatDecidesSpeaks() {
        StoppingRule rule =
                new StoppingRule.FirstOf(List.of(new StoppingRule.Threshold(0.5), new StoppingRule.Width(0.25)));
        assertThat(rule.decide(interval(0.51, 0.52))).isEqualTo(Decision.ABOVE);
        assertThat(rule.decide(interval(0.45, 0.55))).isEqualTo(Decision.CLOSE_ENOUGH);
        assertThat(rule.decide(interval(0.1, 0.9))).isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void refusesRulesThatCannotDecide() {
        assertThatThrownBy(() -> new StoppingRule.Threshold(Double.NaN)).hasMessageContaining("the threshold is NaN");
        assertThatThrownBy(() -> new StoppingRule.Width(0)).hasMessage("the width is 0.0: it must be positive");
        assertThatThrownBy(() -> new StoppingRule.FirstOf(List.of())).hasMessageContaining("would never stop");
    }
}
