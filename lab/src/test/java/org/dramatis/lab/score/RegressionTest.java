package org.dramatis.lab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.score.Trials.family;
import static org.dramatis.lab.score.Trials.looks;
import static org.dramatis.lab.score.Trials.outcome;
import static org.dramatis.lab.score.Trials.trial;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private final List<Case> cases = Case.of(outcome(
            1,
            trial(family("first", false, "mostly-plain"), looks(.5, .5), looks(.5, .7)),
            trial(family("second", false, "mostly-plain"), looks(.5, .5), looks(.5, .9)),
            trial(family("third", false, "who-it-is"), looks(.5, .5), looks(.5, .6))));

    private double shift(Column column, String family, int persona) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).family().equals(family) && cases.get(i).persona() == persona) {
                return column.shifts().get(i);
            }
        }
        throw new AssertionError(family);
    }

    @Test
    void withoutAScoreItIsTheMeanOfOtherFamilies() {
        Column column =
                new Regression(one -> one.persona(), one -> Optional.empty()).column("base rate", "base", cases);

        // first and second have as many groups each; the third, about itself, has one more or fewer: by hand.
        long firsts = cases.stream()
                .filter(one -> one.family().equals("first") && one.persona() == 0)
                .count();
        long thirds = cases.stream()
                .filter(one -> one.family().equals("third") && one.persona() == 0)
                .count();
        double expected = (firsts * .2 + thirds * .1) / (firsts + thirds);
        assertThat(shift(column, "second", 0)).isCloseTo(expected, within(1e-12));
        assertThat(shift(column, "second", 1)).isCloseTo(-expected, within(1e-12));
    }

    /** Where the score is twice the shift in the other families, half the score is the forecast. */
    @Test
    void theLineIsThatOfOtherFamilies() {
        Column column = new Regression(
                        one -> "all", one -> Optional.of(one.family().equals("second") ? 3.0 : 2 * one.observed()))
                .column("line", "line", cases);

        assertThat(shift(column, "second", 0)).isCloseTo(1.5, within(1e-12));
    }
}
