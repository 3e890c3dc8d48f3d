package org.dramatis.torch.inspect;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.model.inspect.Direction;

/** Random directions. */
final class Vectors {
    private Vectors() {}

    static Direction random(long seed, int dimension, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] entries = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            entries[i] = (float) random.nextGaussian(0, spread);
        }
        return Direction.of(entries);
    }

    static double[] doubles(float[] cells, int from, int count) {
        return IntStream.range(from, from + count).mapToDouble(i -> cells[i]).toArray();
    }
}
