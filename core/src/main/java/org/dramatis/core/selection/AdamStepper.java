package org.dramatis.core.selection;

/** One run of Adam: {@code x += rate * m / (sqrt(v) + epsilon)}, m and v freed of their bias towards 0. */
final class AdamStepper implements Stepper {
    private final Optimiser.Adam adam;
    private final double[] mean;
    private final double[] square;
    private double meanStart = 1;
    private double squareStart = 1;

    AdamStepper(Optimiser.Adam adam, int parameters) {
        this.adam = adam;
        this.mean = new double[parameters];
        this.square = new double[parameters];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        meanStart *= adam.meanDecay();
        squareStart *= adam.squareDecay();
        for (int i = 0; i < parameters.length; i++) {
            mean[i] += (1 - adam.meanDecay()) * (gradient[i] - mean[i]);
            square[i] += (1 - adam.squareDecay()) * (gradient[i] * gradient[i] - square[i]);
            double m = mean[i] / (1 - meanStart);
            double v = square[i] / (1 - squareStart);
            parameters[i] += rate * m / (Math.sqrt(v) + adam.epsilon());
        }
    }
}
