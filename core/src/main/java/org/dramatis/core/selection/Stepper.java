package org.dramatis.core.selection;

/** Takes the steps of one run, and remembers what its optimiser remembers. */
interface Stepper {
    /** Moves the parameters up the gradient. */
    void step(double[] parameters, double[] gradient, double rate);

    static Stepper of(Optimiser optimiser, int parameters) {
        return switch (optimiser) {
            case Optimiser.Plain() -> Stepper::plainly;
            case Optimiser.Adam adam -> new AdamStepper(adam, parameters);
        };
    }

    private static void plainly(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += rate * gradient[i];
        }
    }
}
