package org.dramatis.lab.rows;

import java.util.List;
import org.dramatis.model.inspect.Direction;

/** The mean of directions. */
final class Mean {
    private Mean() {}

    static Direction of(List<Direction> directions) {
        double[] sums = new double[directions.getFirst().dimension()];
        for (Direction each : directions) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += each.at(i);
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / directions.size());
        }
        return Direction.of(mean);
    }
}
