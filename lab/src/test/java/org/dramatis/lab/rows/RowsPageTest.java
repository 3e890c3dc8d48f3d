package org.dramatis.lab.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.cast.PersonaId;
import org.junit.jupiter.api.Test;

/** Of trials that are made up: log-odds are double of what they should be, and every other way knows nothing. */
class RowsPageTest {
    private static final int ROWS = 400;
    private static final RowsOutcome OUTCOME = new RowsOutcome(List.of(seed(1), seed(2), seed(3)));

    private static Ranked seed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Way, Double> rates = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            rates.put(way, 10.0 * seed);
        }
        return new Ranked(
                Mixture.ALL.stream()
                        .map(mixture -> trial(mixture, seed, random))
                        .toList(),
                rates);
    }

    private static RowTrial trial(Mixture mixture, long seed, SplittableRandom random) {
        List<Boolean> wrong = new ArrayList<>();
        List<Double> logOdds = new ArrayList<>();
        List<PersonaId> speakers = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double truth = random.nextDouble(-4, 4);
            boolean isWrong = random.nextDouble() < 1 / (1 + Math.exp(-truth));
            wrong.add(isWrong);
            logOdds.add(2 * truth);
            speakers.add(new PersonaId(isWrong ? "grim" : "plain"));
        }
        Map<Way, List<Double>> scores = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            scores.put(
                    way,
                    List.of(Way.PUSH, Way.PROBABILITY).contains(way)
                            ? logOdds
                            : random.doubles(ROWS).boxed().toList());
        }
        return new RowTrial(mixture, seed, speakers, wrong, scores);
    }

    @Test
    void theMapUndoesWhatTheLogOddsExaggerate() {
        LogisticMap map = new MappedScores(OUTCOME.trials(), Way.PROBABILITY).map();

        // 4,800 rows: the standard error of the slope is below .02.
        assertThat(map.slope()).isCloseTo(.5, within(.06));
        assertThat(map.intercept()).isCloseTo(0, within(.2));
        for (Mixture mixture : Mixture.ALL) {
            assertThat(OUTCOME.brier(mixture, Way.PROBABILITY).point())
                    .isLessThan(OUTCOME.brierAsComputed(mixture).point());
        }
    }

    @Test
    void aTrialIsMappedByOtherMixturesOfOtherSeedsOnly() {
        RowTrial one = OUTCOME.trials().getFirst();
        List<RowTrial> relatives = new ArrayList<>(OUTCOME.trials());
        List<RowTrial> strangers = OUTCOME.trials().stream()
                .filter(other -> other.seed() != one.seed() && !other.mixture().equals(one.mixture()))
                .toList();
        List<RowTrial> fewer = new ArrayList<>(strangers);
        fewer.add(one);

        List<Labelled> mapped = new MappedScores(relatives, Way.PROBABILITY).of(one);
        assertThat(strangers).hasSize(6);
        assertThat(mapped).isEqualTo(new MappedScores(fewer, Way.PROBABILITY).of(one));
    }

    @Test
    void averagePrecisionIsThatOfCountingDownTheRanking() {
        Mixture mixture = Mixture.ALL.getFirst();
        double sum = 0;
        for (RowTrial trial : OUTCOME.trials()) {
            if (trial.mixture().equals(mixture)) {
                sum += countedDown(trial.by(Way.PUSH));
            }
        }

        assertThat(OUTCOME.averagePrecision(mixture, Way.PUSH).point()).isCloseTo(sum / 3, within(1e-9));
        assertThat(OUTCOME.averagePrecision(mixture, Way.PUSH).interval().width())
                .isPositive();
    }

    /** The mean, over the wrong rows, of the share of wrong ones among those that rank at least as high. */
    private static double countedDown(List<Labelled> rows) {
        List<Labelled> wrong = rows.stream().filter(Labelled::happened).toList();
        return wrong.stream()
                .mapToDouble(each -> {
                    List<Labelled> above = rows.stream()
                            .filter(other -> other.score() >= each.score())
                            .toList();
                    return (double) above.stream().filter(Labelled::happened).count() / above.size();
                })
                .average()
                .orElseThrow();
    }

    @Test
    void everyRowIsInOneBandAndThePageHasALineForPrograms() {
        List<Labelled> stated = MappedScores.through(
                RowsOutcome.AS_COMPUTED, OUTCOME.trials().getFirst().by(Way.PROBABILITY));
        assertThat(ReliabilityBands.of(stated).bands().stream()
                        .mapToLong(band -> band.wrong().trials())
                        .sum())
                .isEqualTo(ROWS);

        RowsPage page = new RowsPage(OUTCOME, ROWS);
        assertThat(page.line())
                .startsWith("rows ap_obvious_2=")
                .contains(" ap_subtle_10=", " rows_per_second=20.00", " seeds=3");
        assertThat(page.markdown().lines().filter(line -> line.startsWith("| subtle, 2 %")))
                .hasSize(Way.values().length);
        assertThat(page.figures()).containsKeys("ap_subtle_2", "ap_subtle_2_low", "ap_gradient_subtle_2", "slope");
    }
}
