package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceMatrixTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    /** The plain version: Bayes' rule row by row in log space, nothing shared with the fast one. */
    private static double[] slowSum(List<LogVector> rows, Weights weights, Rows selected, RowCounts counts) {
        double[] sum = new double[weights.size() + 1];
        for (int i = 0; i < selected.size(); i++) {
            LogVector row = rows.get(selected.at(i));
            double count = counts.at(selected.at(i));
            Weights responsibilities = weights.after(row);
            for (int k = 0; k < weights.size(); k++) {
                sum[k] += count * responsibilities.at(k);
            }
            sum[weights.size()] += count * weights.logMixture(row);
        }
        return sum;
    }

    private static List<LogVector> randomRows(int rows, int personas, double spread, RandomGenerator random) {
        return IntStream.range(0, rows)
                .mapToObj(n ->
                        LogVector.of(random.doubles(personas, -40 - spread, -40).toArray()))
                .toList();
    }

    private static void assertSums(List<LogVector> rows, Weights weights, Rows selected, RowCounts counts) {
        EvidenceMatrix matrix = EvidenceMatrix.of(rows);
        ResponsibilitySum fast = matrix.responsibilities(weights, selected, counts);
        double[] slow = slowSum(rows, weights, selected, counts);
        // Both sum n numbers below 1: rounding grows with n, relative to the sum it stays near 1e-15.
        double scale = Math.max(1, selected.size());
        for (int k = 0; k < weights.size(); k++) {
            assertThat(fast.responsibility(k)).isCloseTo(slow[k], within(1e-12 * scale));
        }
        double size = Math.max(1, Math.abs(slow[weights.size()]));
        assertThat(fast.logLikelihood()).isCloseTo(slow[weights.size()], within(1e-12 * size));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "7, 1",
        "1, 2",
        "33, 3",
        "5000, 3",
        "511, 4",
        "1000, 5",
        "700, 64",
        "2500, 64",
        "200, 999",
        "130, 4096"
    })
    void fastSumsEqualPlainOnes(int rows, int personas) {
        RandomGenerator random = new SplittableRandom(rows * 31L + personas);
        List<LogVector> evidence = randomRows(rows, personas, 30, random);
        Weights weights =
                Weights.softmax(LogVector.of(random.doubles(personas, -9, 0).toArray()));
        double[] counts = random.doubles(rows, -1, 3).toArray();
        int[] some = random.ints(rows, 0, rows).toArray();
        assertSums(evidence, weights, Rows.range(0, rows), RowCounts.ONCE);
        assertSums(evidence, weights, Rows.range(rows / 3, rows), RowCounts.of(counts));
        assertSums(evidence, weights, Rows.of(some), RowCounts.ONCE);
        assertSums(evidence, weights, Rows.of(some).cyclic(rows / 2, 2 * rows), RowCounts.of(counts));
    }

    @ParameterizedTest
    @ValueSource(doubles = {600, 800, 1e4, 1e6})
    void rowsBeyondTheRangeOfADoubleStayExact(double spread) {
        RandomGenerator random = new SplittableRandom(3);
        List<LogVector> evidence = new ArrayList<>(randomRows(300, 5, spread, random));
        evidence.add(LogVector.of(-1e6, NEVER, NEVER, -1e6 - 0.5, NEVER));
        evidence.add(LogVector.of(NEVER, NEVER, NEVER, NEVER, -3));
        Weights lopsided = Weights.softmax(LogVector.of(-spread, -spread / 2, 0, -2 * spread, -spread));
        Rows all = Rows.range(0, evidence.size());
        assertSums(evidence, lopsided, all, RowCounts.ONCE);
        assertSums(evidence, Weights.uniform(5), all, RowCounts.ONCE);
    }

    @Test
    void rowsComeBackAsTheyWentIn() {
        LogVector row = LogVector.of(-1e6, -1e6 - 1000, NEVER, -1e6 - 3);
        EvidenceMatrix matrix = EvidenceMatrix.of(List.of(row, LogVector.of(0, -1, -2, -3)));
        assertThat(matrix.row(0).at(0)).isEqualTo(-1e6);
        assertThat(matrix.row(0).at(1)).isEqualTo(-1e6 - 1000);
        assertThat(matrix.row(0).at(2)).isEqualTo(NEVER);
        assertThat(matrix.row(0).at(3)).isCloseTo(-1e6 - 3, within(1e-9));
    }

    @Test
    void tenMillionRowsAreSummedExactly() {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(2);
        for (int n = 0; n < 10_000_000; n++) {
            builder.add(n % 4 == 0 ? -1 : -3, -2);
        }
        ResponsibilitySum sum = builder.build().responsibilities(Weights.of(0.5, 0.5));
        double near = 1 / (1 + Math.exp(-1));
        double mixed =
                0.25 * Math.log((Math.exp(-1) + Math.exp(-2)) / 2) + 0.75 * Math.log((Math.exp(-3) + Math.exp(-2)) / 2);
        assertThat(sum.responsibility(0) / 1e7).isCloseTo(0.25 * near + 0.75 * (1 - near), within(1e-12));
        assertThat(sum.logLikelihood() / 1e7).isCloseTo(mixed, within(1e-12));
        assertThat(sum.rows()).isEqualTo(1e7);
    }

    @Test
    void refusesWhatIsNoEvidence() {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(2).add(-1, -2);
        assertThatThrownBy(() -> builder.add(-1, Double.NaN))
                .hasMessageContaining("row 1 has evidence NaN for persona 1");
        assertThatThrownBy(() -> builder.add(NEVER, NEVER)).hasMessageContaining("row 1 is impossible under every");
        assertThatThrownBy(() -> builder.add(-1)).hasMessage("row 1 has evidence for 1 personas, not for 2");
        assertThatThrownBy(() -> EvidenceMatrix.builder(0)).hasMessageContaining("evidence for 0 personas");
        assertThatThrownBy(() -> RowCounts.of(1, Double.NaN)).hasMessage("row 1 has weight NaN: it must be finite");
        assertThatThrownBy(() -> RowCounts.of(1, -2).requireNotNegative(2))
                .hasMessageContaining("row 1 has weight -2.0");
    }

    @Test
    void evidenceForPersonasOfNoWeightIsAnError() {
        EvidenceMatrix matrix = EvidenceMatrix.of(List.of(LogVector.of(-1, -1), LogVector.of(NEVER, -1)));
        assertThatThrownBy(() -> matrix.responsibilities(Weights.of(1, 0)))
                .hasMessage("row 1 is impossible under every persona of positive weight");
        assertThatThrownBy(() -> matrix.responsibilities(Weights.uniform(3)))
                .hasMessage("3 weights for evidence of 2 personas");
    }

    @Test
    void anEmptyMatrixHasNoEvidence() {
        ResponsibilitySum sum = EvidenceMatrix.builder(3).build().responsibilities(Weights.uniform(3));
        assertThat(sum.rows()).isZero();
        assertThat(sum.logLikelihood()).isZero();
        assertThatThrownBy(sum::optimalityGap).hasMessageContaining("rows that count 0.0 in all have no mean");
    }

    @Test
    void sumsDoNotDependOnTheNumberOfThreads() throws InterruptedException, ExecutionException {
        EvidenceMatrix matrix = EvidenceMatrix.of(randomRows(30_000, 16, 20, new SplittableRandom(12)));
        Weights weights = Weights.softmax(
                LogVector.of(new SplittableRandom(3).doubles(16, -3, 0).toArray()));
        List<String> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3, 7}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                results.add(pool.submit(() -> {
                            ResponsibilitySum sum = matrix.responsibilities(weights);
                            double[] curvature = matrix.curvature(weights, RowCounts.ONCE, 0, 5, 15);
                            return sum.logLikelihood() + " " + sum.responsibility(4) + " " + curvature[1];
                        })
                        .get());
            }
        }
        assertThat(results.stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, -200", "-200, 0", "-1000, 0", "0, -1000"})
    void theGapSeesPersonasThatWereGivenUpWrongly(double there, double here) {
        EvidenceMatrix matrix = EvidenceMatrix.of(List.of(LogVector.of(there, here)));
        double gap = matrix.responsibilities(Weights.of(0, 1)).optimalityGap();
        double exact = Math.max(0, Math.exp(there - here) - 1);
        assertThat(gap == exact || Math.abs(gap / exact - 1) < 1e-12).isTrue();
        assertThat(matrix.responsibilities(Weights.of(0, 1)).responsibility(0)).isZero();
    }

    @Test
    void curvatureIsTheSlopeOfTheSlope() {
        EvidenceMatrix matrix = EvidenceMatrix.of(randomRows(90, 5, 3, new SplittableRandom(6)));
        double[] curvature = matrix.curvature(Weights.of(0.3, 0.2, 0.1, 0.15, 0.25), RowCounts.ONCE, 1, 4);
        double expected = 0;
        for (int n = 0; n < 90; n++) {
            double mixture = Weights.of(0.3, 0.2, 0.1, 0.15, 0.25).logMixture(matrix.row(n));
            expected += Math.exp(matrix.logLikelihood(n, 1) + matrix.logLikelihood(n, 4) - 2 * mixture);
        }
        assertThat(curvature[1]).isCloseTo(expected, within(1e-10 * expected));
        assertThat(curvature[2]).isEqualTo(curvature[1]);
    }

    @Test
    void aSpentBuilderCannotChangeItsMatrix() {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(2).add(-1, -2);
        EvidenceMatrix matrix = builder.build();
        assertThatThrownBy(() -> builder.add(-7, -9)).hasMessageContaining("the matrix of 1 rows is built");
        assertThatThrownBy(builder::build).hasMessageContaining("start another builder");
        assertThat(matrix.logLikelihood(0, 1)).isEqualTo(-2);
    }

    @Test
    void rowsThatAreNotThereAreAnError() {
        EvidenceMatrix matrix = EvidenceMatrix.of(List.of(LogVector.of(-1, -2), LogVector.of(-1, -2)));
        assertThatThrownBy(() -> matrix.responsibilities(Weights.uniform(2), Rows.range(0, 5), RowCounts.ONCE))
                .hasMessage("row 4 of 2: rows are counted from 0");
        assertThatThrownBy(() -> matrix.responsibilities(Weights.uniform(2), Rows.range(0, 2), RowCounts.of(1)))
                .hasMessage("1 row weights for 2 rows");
        assertThatThrownBy(() -> Rows.of(0, -1)).hasMessageContaining("row -1 does not exist");
        assertThatThrownBy(() -> Rows.range(0, 0).cyclic(0, 1)).hasMessageContaining("going round 0 rows");
        assertThat(Rows.range(0, 10).cyclic(7, Integer.MAX_VALUE).at(5)).isEqualTo(2);
    }

    @Test
    void aRowThatCountsNothingMayBeImpossible() {
        EvidenceMatrix matrix = EvidenceMatrix.of(List.of(LogVector.of(NEVER, 0), LogVector.of(0, 0)));
        ResponsibilitySum sum = matrix.responsibilities(Weights.of(1, 0), Rows.range(0, 2), RowCounts.of(0, 1));
        assertThat(sum.responsibility(0)).isEqualTo(1);
        assertThat(sum.rows()).isEqualTo(1);
    }
}
