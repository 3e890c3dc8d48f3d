package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.dramatis.core.number.Place;
import org.dramatis.core.number.Weights;

/**
 * What each example does over a training run to the log-odds of some personas taken together, in the mean over some contexts x and
 * in expectation over the order in which the examples are read.
 *
 * <pre>
 *   W = sum_{k in S} w_k(x)       d log(W / (1 - W)) = sum_{k in S} (w_k / W) dz_k - sum_{k not in S} (w_k / (1 - W)) dz_k
 *   push(e) = (T eta / N) mean_t mean_x d log(W / (1 - W)),   dz = a_e (r(e) - w(x_e)) &lt;phi(x_e), phi(x)&gt; at the state of moment t
 * </pre>
 *
 * <p>{@link Influence} tells what an example did when it was its turn, so that of two equal rows the earlier one did more. Rows
 * that are ranked for a person must not depend on where they stand in a file.
 */
public final class ExpectedPush {
    private final List<Moment> moments;
    private final TrainingSignal signal;
    private final ContextFeatures examples;
    private final double scale;

    /**
     * @param slopes how a push of each logit in a context of given features moves the log-odds: personas x features
     */
    private record Moment(Field field, List<double[]> slopes) {}

    /**
     * @param personas by their places in the cast
     * @param examples the contexts of the examples
     * @param asked the contexts in which the log-odds count
     * @throws IllegalArgumentException when they have all of the weight or none, so that nothing can move their log-odds
     */
    public ExpectedPush(
            SortedSet<Integer> personas,
            TrainingSignal signal,
            ContextFeatures examples,
            ContextFeatures asked,
            Trajectory<Field> trajectory,
            TrainingPlan plan,
            double rate) {
        examples.requireExamples(signal.examples());
        this.signal = signal;
        this.examples = examples;
        this.moments = trajectory.checkpoints().stream()
                .map(checkpoint -> new Moment(checkpoint.state(), slopes(checkpoint.state(), asked, personas)))
                .toList();
        this.scale = rate * plan.steps() / signal.examples();
    }

    private static List<double[]> slopes(Field field, ContextFeatures asked, SortedSet<Integer> personas) {
        List<double[]> slopes = new ArrayList<>();
        for (int x = 0; x < asked.examples(); x++) {
            double[] features = asked.of(x);
            Weights weights = field.at(features);
            double held = held(weights, personas);
            for (int k = 0; k < weights.size(); k++) {
                if (x == 0) {
                    slopes.add(new double[asked.dimension()]);
                }
                double slope = personas.contains(k) ? weights.at(k) / held : -weights.at(k) / (1 - held);
                for (int d = 0; d < features.length; d++) {
                    slopes.get(k)[d] += slope * features[d] / asked.examples();
                }
            }
        }
        return slopes;
    }

    private static double held(Weights weights, SortedSet<Integer> personas) {
        double held = 0;
        for (int k : personas) {
            held += weights.at(Place.of(k, weights.size()));
        }
        if (!(held > 0 && held < 1)) {
            throw new IllegalArgumentException(
                    "personas " + personas + " together have weight " + held + ": no example can move their log-odds");
        }
        return held;
    }

    /** The push of one example, in nats. */
    public double of(int example) {
        double sum = 0;
        double[] features = examples.of(example);
        for (Moment moment : moments) {
            double[] push = new double[signal.personas()];
            signal.addPush(example, moment.field().logits(features), 1, push);
            for (int k = 0; k < push.length; k++) {
                sum += PrincipalDirections.dot(moment.slopes().get(k), features) * push[k];
            }
        }
        return scale * sum / moments.size();
    }
}
