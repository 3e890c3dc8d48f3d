package org.dramatis.core.calibration;

import java.util.List;

/**
 * A score that was given beforehand, and whether what it spoke of happened.
 *
 * @param score the larger, the more expected; a probability where the measure asks for one
 */
public record Labelled(double score, boolean happened) {
    public Labelled {
        CalibrationMap.requireScore(score);
    }

    /** 1 when it happened, otherwise 0. */
    double outcome() {
        return happened ? 1 : 0;
    }

    static List<Labelled> requireAny(List<Labelled> forecasts) {
        if (forecasts.isEmpty()) {
            throw new IllegalArgumentException("there are no forecasts: pass at least one");
        }
        return forecasts;
    }

    /** Checks that every score is a probability. */
    static List<Labelled> requireProbabilities(List<Labelled> forecasts) {
        for (Labelled forecast : requireAny(forecasts)) {
            if (!(forecast.score >= 0 && forecast.score <= 1)) {
                throw new IllegalArgumentException("a forecast is " + forecast.score
                        + ": a probability lies in [0, 1]; turn scores into probabilities with a CalibrationMap");
            }
        }
        return forecasts;
    }

    static long happened(List<Labelled> forecasts) {
        return forecasts.stream().filter(Labelled::happened).count();
    }
}
