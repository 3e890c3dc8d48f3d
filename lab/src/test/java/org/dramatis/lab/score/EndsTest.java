package org.dramatis.lab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.score.Trials.family;
import static org.dramatis.lab.score.Trials.looks;
import static org.dramatis.lab.score.Trials.outcome;
import static org.dramatis.lab.score.Trials.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Trial;
import org.junit.jupiter.api.Test;

class EndsTest {
    private static final Family FIRST = family("first", false, "mostly-plain");
    private static final Family SECOND = family("second", false, "mostly-plain");

    /** In each family trainings that ended at .6, .7, .8 and .9 of the first persona, forecast so much too low. */
    private static List<Case> cases(double firstMiss, double secondMiss) {
        List<Trial> trials = new ArrayList<>();
        for (double end : new double[] {.6, .7, .8, .9}) {
            trials.add(trial(FIRST, looks(.5, end - firstMiss), looks(.5, end)));
            trials.add(trial(SECOND, looks(.5, end - secondMiss), looks(.5, end)));
        }
        return Case.of(outcome(1, trials.toArray(Trial[]::new)));
    }

    private static Column foretold(List<Case> cases) {
        return new Column(
                "as foretold",
                "",
                cases.stream().map(one -> one.shift(one.trial().forecast())).toList());
    }

    private static Ends ends(List<Case> cases) {
        return Ends.of(foretold(cases), cases).orElseThrow();
    }

    @Test
    void forecastsWithoutErrorLieInABandOfNoWidth() {
        Ends ends = ends(cases(0, 0));

        assertThat(ends.coverage()).isEqualTo(1);
        assertThat(ends.reach()).isCloseTo(0, within(1e-12));
    }

    /** The band of each family is that of the other: too narrow for the one that is missed by more. */
    @Test
    void aBandLearntWhereForecastsFareBetterDoesNotHold() {
        Ends ends = ends(cases(.2, .01));

        assertThat(ends.coverage()).isBetween(.4, .6);
        assertThat(ends(cases(.05, .05)).coverage()).isEqualTo(1);
    }

    /** A rise by more than a tenth is all or nothing in the forecast: low probabilities where nothing rose, high ones where it did. */
    @Test
    void probabilitiesOfRisesAreThoseOfOtherFamilies() {
        List<Case> cases = cases(0, 0);
        List<Labelled> rises = Ends.rises(foretold(cases), cases);

        // Of each training the first persona rose, by .1 to .4, and the other fell; .6 - .5 is not more than a tenth.
        assertThat(rises.stream().filter(Labelled::happened).count()).isEqualTo(rises.size() * 3L / 8);
        assertThat(IntStream.range(0, rises.size())
                        .filter(i -> rises.get(i).happened())
                        .mapToDouble(i -> rises.get(i).score()))
                .allMatch(probability -> probability > .5);
        assertThat(ends(cases).brier()).isLessThan(.05);
    }

    @Test
    void fromTooFewOthersNothingIsLearnt() {
        List<Case> few = Case.of(
                outcome(1, trial(FIRST, looks(.5, .6), looks(.5, .6)), trial(SECOND, looks(.5, .7), looks(.5, .7))));

        assertThat(Ends.of(foretold(few), few)).isEmpty();
        assertThat(Ends.band(foretold(few), few)).isEmpty();
    }
}
