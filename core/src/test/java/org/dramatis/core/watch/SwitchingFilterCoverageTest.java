package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.Coverage;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

/** Chats drawn from the model itself: of the turns given a probability of p, a share p must be the persona's. */
class SwitchingFilterCoverageTest {
    private static final int CHATS = 20_000;
    private static final int TURNS = 6;
    private static final int BINS = 10;
    private static final SwitchingModel MODEL =
            new SwitchingModel(Weights.of(0.6, 0.3, 0.1), 0.15, Weights.of(0.2, 0.3, 0.5));

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void filteredWeightsAreCalibrated() {
        // One turn a chat, the last, so that the counts in a bin are independent.
        double[] expected = new double[BINS];
        double[] variance = new double[BINS];
        int[] given = new int[BINS];
        int[] found = new int[BINS];
        for (int chat = 0; chat < CHATS; chat++) {
            List<LogVector> turns = new ArrayList<>();
            int speaker = drawChat(turns);
            for (int k = 0; k < 3; k++) {
                double p = ChatReading.of(MODEL, turns).filtered().getLast().at(k);
                int bin = Math.min((int) (p * BINS), BINS - 1);
                expected[bin] += p;
                variance[bin] += p * (1 - p);
                given[bin]++;
                found[bin] += speaker == k ? 1 : 0;
            }
        }
        for (int bin = 0; bin < BINS; bin++) {
            String setting = "weights from " + (double) bin / BINS + " to " + (bin + 1.0) / BINS;
            Coverage coverage = Coverage.counted(
                    "Filtered weight of a persona", setting, expected[bin] / given[bin], given[bin], found[bin]);
            // Four standard errors of a mean of Bernoulli variables with these very probabilities.
            assertThat(coverage.share())
                    .as(setting)
                    .isCloseTo(coverage.stated(), within(4 * Math.sqrt(variance[bin]) / given[bin]));
        }
    }

    @Test
    void theTrueModelGivesARivalABayesFactorOfOneOnAverage() {
        // E[p_rival / p_true] = 1 under the true model: the Bayes factor cheats nobody. Bounded evidence keeps its
        // variance small enough for the average to settle.
        SwitchingModel rival = SwitchingModel.withoutSwitching(MODEL.deployed());
        double sum = 0;
        double squares = 0;
        for (int chat = 0; chat < CHATS; chat++) {
            List<LogVector> turns = new ArrayList<>();
            drawChat(turns);
            double factor =
                    Math.exp(-ChatReading.of(MODEL, turns).logBayesFactor(rival).value());
            sum += factor;
            squares += factor * factor;
        }
        double mean = sum / CHATS;
        double standardError = Math.sqrt((squares / CHATS - mean * mean) / CHATS);
        assertThat(mean).isCloseTo(1, within(4 * standardError));
        assertThat(standardError).isLessThan(0.02);
    }

    /** Adds the evidence of a simulated chat, in which persona k utters normal noise around k, and returns who ended it. */
    private int drawChat(List<LogVector> turns) {
        int speaker = draw(MODEL.deployed());
        for (int t = 0; t < TURNS; t++) {
            if (t > 0 && random.nextDouble() < MODEL.hazard()) {
                speaker = draw(MODEL.arrival());
            }
            double y = speaker + random.nextGaussian();
            turns.add(LogVector.of(-y * y / 2, -(y - 1) * (y - 1) / 2, -(y - 2) * (y - 2) / 2));
        }
        return speaker;
    }

    private int draw(Weights weights) {
        double u = random.nextDouble();
        return u < weights.at(0) ? 0 : u < weights.at(0) + weights.at(1) ? 1 : 2;
    }
}
