package org.dramatis.audit.result;

import org.dramatis.core.number.Measured;

/**
 * What cheaper forecasts of a behaviour say. The first two are probabilities after training, the others scores, to be compared with
 * those of other behaviours and other data.
 *
 * @param tempered by Bayes' rule for one character behind all data
 * @param baseRate when it shifts as it did on average in the trainings of the calibration, whatever the data
 * @param centroid how far the contexts of the data are from the probes in the model's activations, from 0 to 2
 * @param projection how much further the replies of the data lie towards the behaviour, in the model's activations, than its own do
 */
public record Rivals(
        double tempered, Measured<Double> baseRate, Measured<Double> centroid, Measured<Double> projection) {}
