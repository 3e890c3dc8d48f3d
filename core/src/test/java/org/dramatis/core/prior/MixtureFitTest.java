package org.dramatis.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureFitTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private static EvidenceMatrix random(int rows, int personas, double spread, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return EvidenceMatrix.of(IntStream.range(0, rows)
                .mapToObj(n -> LogVector.of(random.doubles(personas, -spread, 0).toArray()))
                .toList());
    }

    @Test
    void twoPersonasAndTwoAnswersHaveAClosedForm() {
        // Persona 0 says yes with .9, persona 1 with .3; .6 of the replies say yes: .9 w + .3 (1 - w) = .6.
        LogVector yes = LogVector.of(Math.log(0.9), Math.log(0.3));
        LogVector no = LogVector.of(Math.log(0.1), Math.log(0.7));
        MixtureFit fit =
                MixtureFit.of(EvidenceMatrix.of(List.of(yes, no)), RowCounts.of(60, 40), MixtureFit.Limits.STANDARD);
        assertThat(fit.weights().at(0)).isCloseTo(0.5, within(1e-4));
        assertThat(fit.meanLogLikelihood()).isCloseTo(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4), within(1e-9));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void personasThatNeverOverlapGetTheirFrequencies() {
        LogVector first = LogVector.of(-3, NEVER, NEVER);
        LogVector second = LogVector.of(NEVER, -1e6, NEVER);
        MixtureFit fit = MixtureFit.of(EvidenceMatrix.of(List.of(first, second, first, first)));
        assertThat(fit.weights().toArray()).containsExactly(new double[] {0.75, 0.25, 0}, within(1e-12));
    }

    @Test
    void noGridPointOfTheSimplexIsBetter() {
        EvidenceMatrix evidence = random(50, 3, 4, 5);
        MixtureFit fit = MixtureFit.of(evidence);
        double best = NEVER;
        for (int i = 0; i <= 100; i++) {
            for (int j = 0; i + j <= 100; j++) {
                Weights weights = Weights.of(i / 100.0, j / 100.0, (100 - i - j) / 100.0);
                best = Math.max(best, evidence.responsibilities(weights).logLikelihood() / 50);
            }
        }
        assertThat(fit.meanLogLikelihood()).isGreaterThanOrEqualTo(best);
        assertThat(fit.meanLogLikelihood()).isLessThan(best + 1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 30, 2000})
    void theGapProvesTheOptimum(double spread) {
        MixtureFit fit = MixtureFit.of(random(300, 8, spread, 11));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.gap()).isBetween(0.0, MixtureFit.Limits.STANDARD.gap());
    }

    @Test
    void reportsWhenItStopsTooEarly() {
        MixtureFit fit = MixtureFit.of(random(300, 8, 1, 11), RowCounts.ONCE, new MixtureFit.Limits(1e-12, 3));
        assertThat(fit.converged()).isFalse();
        assertThat(fit.gap()).isGreaterThan(1e-12);
        double optimum = MixtureFit.of(random(300, 8, 1, 11)).meanLogLikelihood();
        assertThat(optimum - fit.meanLogLikelihood()).isBetween(0.0, fit.gap());
    }

    @Test
    void identicalPersonasTogetherWeighWhatOneOfThemWould() {
        LogVector yes = LogVector.of(-1, -1, -3);
        LogVector no = LogVector.of(-2, -2, -1);
        MixtureFit fit = MixtureFit.of(EvidenceMatrix.of(List.of(yes, yes, no)));
        LogVector twinless = LogVector.of(-1, -3);
        MixtureFit alone = MixtureFit.of(EvidenceMatrix.of(List.of(twinless, twinless, LogVector.of(-2, -1))));
        assertThat(fit.weights().at(0) + fit.weights().at(1))
                .isCloseTo(alone.weights().at(0), within(1e-4));
        assertThat(fit.meanLogLikelihood()).isCloseTo(alone.meanLogLikelihood(), within(1e-9));
    }

    @Test
    void aCastOfOneHasNoChoice() {
        MixtureFit fit = MixtureFit.of(EvidenceMatrix.of(List.of(LogVector.of(-5), LogVector.of(-7))));
        assertThat(fit.weights().at(0)).isEqualTo(1);
        assertThat(fit.meanLogLikelihood()).isCloseTo(-6, within(1e-12));
        assertThat(fit.passes()).isEqualTo(1);
    }

    @Test
    void relabellingPersonasRelabelsWeights() {
        RandomGenerator random = new SplittableRandom(2);
        EvidenceMatrixBuilder there = EvidenceMatrix.builder(3);
        EvidenceMatrixBuilder turned = EvidenceMatrix.builder(3);
        for (int n = 0; n < 80; n++) {
            double[] row = random.doubles(3, -3, 0).toArray();
            there.add(row);
            turned.add(row[2], row[0], row[1]);
        }
        Weights weights = MixtureFit.of(there.build()).weights();
        Weights relabelled = MixtureFit.of(turned.build()).weights();
        assertThat(relabelled.at(0)).isCloseTo(weights.at(2), within(1e-6));
        assertThat(relabelled.at(1)).isCloseTo(weights.at(0), within(1e-6));
    }

    @Test
    void fourThousandPersonasConverge() {
        MixtureFit fit = MixtureFit.of(random(60, 4096, 50, 4));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void refusesWhatCannotBeFitted() {
        EvidenceMatrix one = EvidenceMatrix.of(List.of(LogVector.of(-1, -2)));
        assertThatThrownBy(() -> MixtureFit.of(EvidenceMatrix.builder(2).build()))
                .hasMessage("no weights can be fitted to 0 rows that count 0.0 in all: at least one must count");
        assertThatThrownBy(() -> MixtureFit.of(one, RowCounts.of(0), MixtureFit.Limits.STANDARD))
                .hasMessageContaining("1 rows that count 0.0");
        assertThatThrownBy(() -> MixtureFit.of(one, RowCounts.of(-1), MixtureFit.Limits.STANDARD))
                .hasMessageContaining("negative weight has no meaning here");
        assertThatThrownBy(() -> new MixtureFit.Limits(0, 10)).hasMessageContaining("both must be positive");
    }

    /** The optimality conditions, in plain loops: the slope of a weight is 1 where it is positive, at most 1 elsewhere. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 800})
    void theSlopesAtTheWeightsAreThoseOfAnOptimum(double spread) {
        EvidenceMatrix evidence = random(120, 6, spread, 17);
        Weights weights = MixtureFit.of(evidence).weights();
        for (int k = 0; k < 6; k++) {
            double slope = 0;
            for (int n = 0; n < 120; n++) {
                slope += Math.exp(evidence.logLikelihood(n, k) - weights.logMixture(evidence.row(n))) / 120;
            }
            assertThat(slope).isLessThan(1 + 1e-8);
            if (weights.at(k) > 1e-3) {
                assertThat(slope).isCloseTo(1, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1100, 1000, 1", "1500, 200, 0.05"})
    void largeCastsOfNearlyAlikePersonasConverge(int personas, int rows, double spread) {
        assertThat(MixtureFit.of(random(rows, personas, spread, 5)).converged()).isTrue();
    }

    @Test
    void aWeightIsTheShareOfRowsThatAPersonaExplains() {
        EvidenceMatrix evidence = random(40, 3, 5, 2);
        MixtureFit fit = MixtureFit.of(evidence);
        Term explanation = fit.explain(evidence, RowCounts.ONCE, 1, 5);
        assertThat(explanation.value()).isCloseTo(fit.weights().at(1), within(1e-6));
        assertThat(explanation.parts().getFirst().parts()).hasSize(6);
    }
}
