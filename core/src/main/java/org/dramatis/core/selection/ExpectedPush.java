package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.dramatis.core.number.Place;
import org.dramatis.core.number.Weights;

/**
 * What each example does over a training run to the log-odds of some personas taken together, in expectation over the order in
 * which the examples are read.
 *
 * <pre>
 *   W = sum_{k in S} w_k          d log(W / (1 - W)) = sum_{k in S} (w_k / W) dz_k - sum_{k not in S} (w_k / (1 - W)) dz_k
 *   push(e) = (T eta / N) mean_t d log(W / (1 - W)),   dz = a_e (r(e) - w) at the state of moment t
 * </pre>
 *
 * <p>{@link Influence} tells what an example did when it was its turn, so that of two equal rows the earlier one did more. Rows
 * that are ranked for a person must not depend on where they stand in a file.
 */
public final class ExpectedPush {
    private final List<Moment> moments;
    private final TrainingSignal signal;
    private final double scale;

    /** What the personas of the set hold at a moment of the run, and how each logit moves their log-odds. */
    private record Moment(Weights weights, List<Double> slopes) {}

    /**
     * @param personas by their places in the cast
     * @throws IllegalArgumentException when they have all of the weight or none, so that nothing can move their log-odds
     */
    public ExpectedPush(
            SortedSet<Integer> personas,
            TrainingSignal signal,
            Trajectory<Weights> trajectory,
            TrainingPlan plan,
            double rate) {
        this.signal = signal;
        this.moments = trajectory.checkpoints().stream()
                .map(checkpoint -> moment(checkpoint.state(), personas))
                .toList();
        this.scale = rate * plan.steps() / signal.examples();
    }

    private static Moment moment(Weights weights, SortedSet<Integer> personas) {
        double held = 0;
        for (int k : personas) {
            held += weights.at(Place.of(k, weights.size()));
        }
        if (!(held > 0 && held < 1)) {
            throw new IllegalArgumentException(
                    "personas " + personas + " together have weight " + held + ": no example can move their log-odds");
        }
        List<Double> slopes = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            slopes.add(personas.contains(k) ? weights.at(k) / held : -weights.at(k) / (1 - held));
        }
        return new Moment(weights, slopes);
    }

    /** The push of one example, in nats. */
    public double of(int example) {
        double sum = 0;
        for (Moment moment : moments) {
            double[] push = new double[moment.weights().size()];
            signal.addPush(example, moment.weights().logs().toArray(), 1, push);
            for (int k = 0; k < push.length; k++) {
                sum += moment.slopes().get(k) * push[k];
            }
        }
        return scale * sum / moments.size();
    }
}
