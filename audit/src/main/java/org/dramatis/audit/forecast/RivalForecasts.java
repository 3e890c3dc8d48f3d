package org.dramatis.audit.forecast;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.result.Rivals;
import org.dramatis.core.number.Measured;

/**
 * The cheap forecasts that stand beside every other.
 *
 * @param calibration whose trainings say how much a behaviour shifts whatever the data
 * @param activations what the model's activations say of the data, where they can be read
 */
public record RivalForecasts(Calibration calibration, Measured<ActivationRivals> activations) {
    private static final String NO_DIRECTION = "no answers are listed between which a direction could lead";

    /**
     * Of a behaviour on probes with listed answers.
     *
     * @param before how often it is shown today
     * @param tempered how often it will be by Bayes' rule for one character behind all data
     * @param places of the probes
     * @param showing of a probe, the places of the answers that show it
     */
    Rivals listed(
            String behaviour,
            double before,
            double tempered,
            List<Integer> places,
            IntFunction<List<Integer>> showing) {
        return new Rivals(
                tempered,
                baseRate(behaviour, before),
                score(rivals -> rivals.toListed(places)),
                score(rivals -> rivals.projection(places, showing)));
    }

    /** Of a behaviour in sampled replies. */
    Rivals sampled(String behaviour, double before, double tempered, List<Integer> places) {
        return new Rivals(
                tempered,
                baseRate(behaviour, before),
                score(rivals -> rivals.toSampled(places)),
                Measured.unmeasurable(NO_DIRECTION));
    }

    private Measured<Double> baseRate(String behaviour, double before) {
        return Optional.ofNullable(calibration.baseRates().get(behaviour))
                .map(shift -> Measured.known(Math.clamp(before + shift, 0, 1)))
                .orElseGet(() -> Measured.unmeasurable(
                        "no training of calibration " + calibration.name() + " looked at this behaviour"));
    }

    private Measured<Double> score(Function<ActivationRivals, Measured<Double>> score) {
        return switch (activations) {
            case Measured.Known<ActivationRivals>(ActivationRivals rivals) -> score.apply(rivals);
            case Measured.Unmeasurable<ActivationRivals>(String reason) -> Measured.unmeasurable(reason);
        };
    }
}
