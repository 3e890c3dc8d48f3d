package org.dramatis.torch.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {
    private static final int VOCABULARY = 40;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "0.5, 0, 1",
        "3, 0, 1",
        "1, 5, 1",
        "1, 40, 1",
        "1, 1000, 1",
        "1, 0, 0.8",
        "1, 0, 0.01",
        "1, 0, 0.999999",
        "0.7, 7, 0.6",
        "2, 30, 0.95",
        "1, 1, 1"
    })
    void drawsInProportionToWhatTheCutsLeave(double temperature, int topK, double topP) {
        Sampling sampling = sampling(temperature, topK, topP);
        for (int seed = 0; seed < 5; seed++) {
            float[] row = row(seed);
            double[] expected = enumerated(row, sampling);
            assertEveryShare(expected, new Draw(sampling, VOCABULARY), row);
        }
    }

    /** Evenly spaced "random" numbers meet each token as often as its share of them says, up to one at each border. */
    private static void assertEveryShare(double[] expected, Draw draw, float[] row) {
        int draws = 5_000;
        int[] counts = new int[VOCABULARY];
        for (int i = 0; i < draws; i++) {
            counts[draw.from(row, 0, always((i + 0.5) / draws))]++;
        }
        for (int id = 0; id < VOCABULARY; id++) {
            assertThat((double) counts[id]).isCloseTo(draws * expected[id], within(1.001));
            if (expected[id] == 0) {
                assertThat(counts[id]).isZero();
            }
        }
    }

    private static RandomGenerator always(double number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("a draw takes one double");
            }

            @Override
            public double nextDouble() {
                return number;
            }
        };
    }

    /** The definition, by sorting everything. */
    private static double[] enumerated(float[] row, Sampling sampling) {
        double[] weights = new double[VOCABULARY];
        for (int i = 0; i < VOCABULARY; i++) {
            weights[i] = Math.exp(row[i] / sampling.temperature());
        }
        List<Integer> order = IntStream.range(0, VOCABULARY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -weights[id]))
                .limit(sampling.topK() == 0 ? VOCABULARY : sampling.topK())
                .toList();
        double total = order.stream().mapToDouble(id -> weights[id]).sum();
        double before = 0;
        double[] shares = new double[VOCABULARY];
        for (int id : order) {
            shares[id] = before < sampling.topP() * total ? weights[id] : 0;
            before += weights[id];
        }
        double left = IntStream.range(0, VOCABULARY).mapToDouble(i -> shares[i]).sum();
        return IntStream.range(0, VOCABULARY).mapToDouble(i -> shares[i] / left).toArray();
    }

    @Test
    void ofEquallyLikelyTokensTheLowerIdIsKept() {
        float[] row = new float[VOCABULARY];
        Draw two = new Draw(sampling(1, 2, 1), VOCABULARY);
        Draw quarter = new Draw(sampling(1, 0, 0.25), VOCABULARY);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            assertThat(two.from(row, 0, random)).isLessThan(2);
            assertThat(quarter.from(row, 0, random)).isLessThan(10);
        }
        assertThat(new Draw(sampling(0, 0, 1), VOCABULARY).from(row, 0, random)).isZero();
    }

    @Test
    void temperatureZeroTakesTheLikeliest() {
        float[] row = row(3);
        int best = IntStream.range(0, VOCABULARY)
                .boxed()
                .max(Comparator.comparingDouble(id -> row[id]))
                .orElseThrow();
        Draw draw = new Draw(sampling(0, 0, 1), VOCABULARY);
        assertThat(draw.from(row, 0, always(0.999))).isEqualTo(best);
    }

    @Test
    void readsTheRowThatBeginsWhereItIsTold() {
        float[] rows = new float[2 * VOCABULARY];
        System.arraycopy(row(8), 0, rows, VOCABULARY, VOCABULARY);
        Draw draw = new Draw(sampling(1, 3, 0.9), VOCABULARY);
        for (int i = 0; i < 20; i++) {
            assertThat(draw.from(rows, VOCABULARY, always(i / 20.0))).isEqualTo(draw.from(row(8), 0, always(i / 20.0)));
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        float[] row = row(1);
        row[7] = Float.NaN;
        assertThatThrownBy(() -> new Draw(sampling(1, 0, 1), VOCABULARY).from(row, 0, always(0.5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("token 7")
                .hasMessageContaining("NaN");
    }

    private static Sampling sampling(double temperature, int topK, double topP) {
        return new Sampling(temperature, topK, topP, 1, Tokens.NONE, List.of());
    }

    private static float[] row(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = random.doubles(VOCABULARY, -3, 3).toArray();
        double total = IntStream.range(0, VOCABULARY)
                .mapToDouble(i -> Math.exp(scores[i]))
                .sum();
        float[] row = new float[VOCABULARY];
        for (int i = 0; i < VOCABULARY; i++) {
            row[i] = (float) (scores[i] - Math.log(total));
        }
        return row;
    }
}
