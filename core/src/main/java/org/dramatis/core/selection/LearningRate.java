package org.dramatis.core.selection;

/** The share of the full rate that applies at each step of training. */
public sealed interface LearningRate {

    /** The share at {@code step}, counted from 0, of {@code steps}. */
    double share(int step, int steps);

    record Constant() implements LearningRate {
        @Override
        public double share(int step, int steps) {
            return 1;
        }
    }

    /** A linear rise over {@code warmup} steps, then half a cosine down to 0 after the last step. */
    record WarmupCosine(int warmup) implements LearningRate {
        public WarmupCosine {
            requireWarmup(warmup);
        }

        @Override
        public double share(int step, int steps) {
            requireStep(step, steps);
            return step < warmup ? rise(step, warmup) : 0.5 * (1 + Math.cos(Math.PI * progress(step, steps, warmup)));
        }
    }

    /** A linear rise over {@code warmup} steps, then a linear fall to 0 after the last step. */
    record WarmupLinear(int warmup) implements LearningRate {
        public WarmupLinear {
            requireWarmup(warmup);
        }

        @Override
        public double share(int step, int steps) {
            requireStep(step, steps);
            return step < warmup ? rise(step, warmup) : 1 - progress(step, steps, warmup);
        }
    }

    private static double rise(int step, int warmup) {
        return (step + 1.0) / warmup;
    }

    private static double progress(int step, int steps, int warmup) {
        return (step - warmup) / (double) Math.max(1, steps - warmup);
    }

    private static void requireStep(int step, int steps) {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step " + step + " of " + steps + ": steps are counted from 0");
        }
    }

    private static void requireWarmup(int warmup) {
        if (warmup < 0) {
            throw new IllegalArgumentException("warm-up of " + warmup + " steps: it cannot be negative");
        }
    }
}
