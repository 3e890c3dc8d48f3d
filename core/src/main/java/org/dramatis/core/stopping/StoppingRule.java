package org.dramatis.core.stopping;

import java.util.List;
import org.dramatis.core.number.Interval;

/**
 * When to stop reading. A rule may be asked after every observation, because the interval of a {@link
 * ConfidenceSequence} holds at all times together; asked so of an ordinary interval it would be wrong far too often.
 *
 * <pre>{@code
 * StoppingRule rule = new StoppingRule.FirstOf(List.of(new StoppingRule.Threshold(0.5), new StoppingRule.Width(0.02)));
 * }</pre>
 */
public sealed interface StoppingRule {
    Decision decide(Interval interval);

    /** Stops when the interval lies on one side of a threshold. */
    record Threshold(double threshold) implements StoppingRule {
        public Threshold {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("the threshold is " + threshold + ": it must be finite");
            }
        }

        @Override
        public Decision decide(Interval interval) {
            if (interval.low() > threshold) {
                return Decision.ABOVE;
            }
            return interval.high() < threshold ? Decision.BELOW : Decision.UNDECIDED;
        }
    }

    /** Stops when the interval is at most so wide. */
    record Width(double widest) implements StoppingRule {
        public Width {
            if (!(widest > 0)) {
                throw new IllegalArgumentException("the width is " + widest + ": it must be positive");
            }
        }

        @Override
        public Decision decide(Interval interval) {
            return interval.width() <= widest ? Decision.CLOSE_ENOUGH : Decision.UNDECIDED;
        }
    }

    /** Stops as soon as one of the rules does; the first of them in the list has its say first. */
    record FirstOf(List<StoppingRule> rules) implements StoppingRule {
        public FirstOf {
            rules = List.copyOf(rules);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("no rules: reading would never stop");
            }
        }

        @Override
        public Decision decide(Interval interval) {
            for (StoppingRule rule : rules) {
                Decision decision = rule.decide(interval);
                if (decision != Decision.UNDECIDED) {
                    return decision;
                }
            }
            return Decision.UNDECIDED;
        }
    }
}
