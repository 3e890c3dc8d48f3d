package org.dramatis.core.selection;

import java.util.Arrays;
import org.dramatis.core.evidence.Rows;

/** Gradient ascent by a training plan: what context-free selection and the field share. */
final class Ascent {
    private Ascent() {}

    /** Adds the mean gradient of a batch at the parameters. */
    interface Slope {
        void add(double[] parameters, Rows batch, double[] gradient);
    }

    /** Is shown the parameters after so many steps; they change afterwards. */
    interface Recorder {
        void record(int step, double[] parameters);
    }

    static void climb(int parameters, TrainingPlan plan, double rate, Slope slope, Recorder recorder) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("the rate eta is " + rate + ": it must be finite and not negative");
        }
        double[] values = new double[parameters];
        double[] gradient = new double[parameters];
        Stepper stepper = Stepper.of(plan.optimiser(), parameters);
        recorder.record(0, values);
        for (int step = 0; step < plan.steps(); step++) {
            Arrays.fill(gradient, 0);
            slope.add(values, plan.batch(step), gradient);
            stepper.step(values, gradient, rate * plan.schedule().share(step, plan.steps()));
            requireFinite(values, step, rate);
            if (plan.records(step + 1)) {
                recorder.record(step + 1, values);
            }
        }
    }

    private static void requireFinite(double[] values, int step, double rate) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("at rate " + rate + " step " + (step + 1)
                        + " leaves the range of numbers: a smaller rate, beta or advantage would not");
            }
        }
    }
}
