package org.dramatis.core.prior;

import org.dramatis.core.evidence.ResponsibilitySum;

/**
 * One step of sequential quadratic programming towards the best weights (Kim, Carbonetto, Stephens and Anitescu 2020,
 * J. Comput. Graph. Stat. 29): where EM crawls, between personas that predict almost alike, it needs a handful of these.
 *
 * <p>The weights that maximise the mean log-likelihood L on the simplex also minimise {@code -L(w) + sum_k w_k} over all
 * {@code w >= 0}. Around w that is, with slopes g and curvature H, the quadratic
 * {@code (1 - g).(y - w) + (y - w) H (y - w) / 2}, whose minimum over {@code y >= 0} is found coordinate by coordinate.
 */
final class NewtonStep {
    private static final int SWEEPS = 500;
    private static final double SETTLED = 1e-13;

    private NewtonStep() {}

    /**
     * The minimum y of the quadratic over the weights of the personas that are moved, the others held. Its entries are
     * not negative.
     */
    static double[] minimum(double[] weights, int[] moved, ResponsibilitySum sum, double[] meanCurvature) {
        int personas = moved.length;
        double[] y = new double[personas];
        double[] slope = new double[personas];
        for (int i = 0; i < personas; i++) {
            y[i] = weights[moved[i]];
            slope[i] = 1 - sum.slope(moved[i]);
        }
        double change = 1;
        for (int sweep = 0; sweep < SWEEPS && change > SETTLED; sweep++) {
            change = 0;
            for (int k = 0; k < personas; k++) {
                double bend = meanCurvature[k * personas + k];
                double target = bend > 0 ? Math.max(0, y[k] - slope[k] / bend) : 0;
                double move = target - y[k];
                if (move != 0) {
                    y[k] = target;
                    change = Math.max(change, Math.abs(move));
                    for (int j = 0; j < personas; j++) {
                        slope[j] += meanCurvature[k * personas + j] * move;
                    }
                }
            }
        }
        return y;
    }
}
