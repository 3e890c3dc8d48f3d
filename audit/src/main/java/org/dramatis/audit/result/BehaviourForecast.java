package org.dramatis.audit.result;

import java.util.Optional;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;

/**
 * How often the assistant shows a behaviour on the probes about one thing: among their listed answers, or in sampled replies.
 *
 * @param before what the model does today, which is also the forecast of no change
 * @param shift by the training, forecast
 * @param after what it will do: the forecast shift on top of what it does today
 * @param rivals what cheaper forecasts say
 * @param sampled how replies were judged, where they were sampled
 */
public record BehaviourForecast(
        String about,
        String behaviour,
        int probes,
        double before,
        Estimate shift,
        Estimate after,
        Rivals rivals,
        Optional<Judged> sampled) {

    /** Among listed answers, whose probabilities are read off the model. */
    public static BehaviourForecast listed(
            String about, String behaviour, int probes, double before, Estimate shift, Rivals rivals) {
        Estimate after = new Estimate(
                Math.clamp(before + shift.point(), 0, 1),
                new Interval(
                        Math.clamp(before + shift.interval().low(), 0, 1),
                        Math.clamp(before + shift.interval().high(), 0, 1),
                        shift.interval().level()));
        return new BehaviourForecast(about, behaviour, probes, before, shift, after, rivals, Optional.empty());
    }
}
