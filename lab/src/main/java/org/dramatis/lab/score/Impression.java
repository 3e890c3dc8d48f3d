package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.model.inspect.Direction;

/**
 * What cheap rivals see of some replies: means of vectors in the model.
 *
 * @param prompt of the activations before the replies
 * @param reply of the activations over their tokens
 * @param gradients of their log-probability, layer by layer
 */
record Impression(Direction prompt, Direction reply, List<Direction> gradients) {
    Impression {
        gradients = List.copyOf(gradients);
    }

    static Impression mean(List<Impression> all) {
        List<Direction> gradients = new ArrayList<>();
        for (int layer = 0; layer < all.getFirst().gradients().size(); layer++) {
            int at = layer;
            gradients.add(
                    meanOf(all.stream().map(one -> one.gradients().get(at)).toList()));
        }
        return new Impression(
                meanOf(all.stream().map(Impression::prompt).toList()),
                meanOf(all.stream().map(Impression::reply).toList()),
                gradients);
    }

    static Direction meanOf(List<Direction> directions) {
        double[] sum = new double[directions.getFirst().dimension()];
        for (Direction direction : directions) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += direction.at(d) / directions.size();
            }
        }
        float[] mean = new float[sum.length];
        IntStream.range(0, sum.length).forEach(d -> mean[d] = (float) sum[d]);
        return Direction.of(mean);
    }

    static Direction difference(Direction to, Direction from) {
        float[] difference = new float[to.dimension()];
        IntStream.range(0, difference.length).forEach(d -> difference[d] = to.at(d) - from.at(d));
        return Direction.of(difference);
    }

    double influenceOn(Impression other) {
        return IntStream.range(0, gradients.size())
                .mapToDouble(layer -> gradients.get(layer).dot(other.gradients().get(layer)))
                .sum();
    }
}
