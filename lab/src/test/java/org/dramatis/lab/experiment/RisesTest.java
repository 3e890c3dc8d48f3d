package org.dramatis.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.junit.jupiter.api.Test;

class RisesTest {
    private static final StartingPoint START = Tea.start(Weights.of(.6, .3, .1));
    private static final String FIRST = "mostly-plain";
    private static final String SECOND = "who-it-is";

    private static List<Look> looks(double before, double after) {
        return List.of(look(0, before), look(20, after));
    }

    /** All probes alike: the answer of the first persona with this probability. */
    private static Look look(int step, double plain) {
        return new Look(step, Collections.nCopies(Tea.PROBES.size(), Weights.of(plain, 1 - plain)));
    }

    private static Outcome outcome(Trial... trials) {
        return new Outcome(
                new Experiment("tea-time", "Tea.", List.of(), List.of(FIRST, SECOND)),
                START,
                new Experimenter.Settings(1, 20, 4, 1e-4, 20),
                RatePosterior.certain(2),
                List.of(trials));
    }

    private static long groups(Outcome outcome, Trial trial) {
        return List.of(Group.values()).stream()
                .filter(group -> !START.places(group, outcome.trained(trial)).isEmpty())
                .count();
    }

    @Test
    void whatProbabilityGoesWithAShiftIsLearntFromTheOtherData() {
        Trial first = new Trial(FIRST, 1, looks(.5, .8), looks(.5, .9));
        Trial second = new Trial(SECOND, 1, looks(.5, .45), looks(.5, .55));
        Outcome outcome = outcome(first, second);

        // In the second, neither answer rises by a tenth: of shifts of -.05 and .05 nothing came.
        List<Labelled> seen = new ArrayList<>();
        for (int group = 0; group < groups(outcome, second); group++) {
            seen.addAll(List.of(new Labelled(-.05, false), new Labelled(.05, false)));
        }
        double expected = LogisticMap.fit(seen).probability(.3);
        List<Labelled> forecasts = outcome.rises().forecasts();
        assertThat(forecasts.getFirst().score()).isCloseTo(expected, within(1e-9));
        assertThat(forecasts.getFirst().happened()).isTrue();
        assertThat(forecasts).hasSize((int) (2 * (groups(outcome, first) + groups(outcome, second))));
    }

    @Test
    void theRecordCountsEveryForecast() {
        Outcome outcome = outcome(
                new Trial(FIRST, 1, looks(.5, .8), looks(.5, .9)), new Trial(SECOND, 1, looks(.5, .3), looks(.5, .2)));
        TrackRecord record = outcome.rises().record().orElseThrow();

        assertThat(record.count()).isEqualTo(outcome.rises().forecasts().size());
        assertThat(record.bins().getFirst().observed()).isZero();
        assertThat(record.bins().getLast().observed()).isEqualTo(1);
        assertThat(outcome.calibration().record()).contains(record);
        assertThat(new ExperimentPage(outcome).markdown()).contains("![Reliability](tea-time.svg)");
        assertThat(new ExperimentPage(outcome).figures()).containsKeys("brier_of_rise", "brier_of_base_rate");
    }

    @Test
    void theBaseRateIsTheMeanOfWhatWasObserved() {
        Outcome outcome = outcome(
                new Trial(FIRST, 1, looks(.5, .5), looks(.5, .9)), new Trial(FIRST, 2, looks(.5, .5), looks(.5, .7)));

        assertThat(outcome.rises().baseRates().keySet()).containsExactly("grim", "plain");
        Map<String, Double> rates = outcome.rises().baseRates();
        assertThat(rates.values())
                .satisfiesExactly(
                        grim -> assertThat(grim).isCloseTo(-.3, within(1e-12)),
                        plain -> assertThat(plain).isCloseTo(.3, within(1e-12)));
    }

    @Test
    void withoutOtherDataThereIsNoRecord() {
        Outcome outcome = outcome(new Trial(FIRST, 1, looks(.5, .8), looks(.5, .9)));

        assertThat(outcome.rises().record()).isEmpty();
        assertThat(outcome.rises().brier()).isEmpty();
    }
}
