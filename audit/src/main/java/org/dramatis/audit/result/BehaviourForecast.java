package org.dramatis.audit.result;

import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;

/**
 * How often the assistant shows a behaviour on the probes about one thing, among their listed answers.
 *
 * @param before what the model does today
 * @param shift by the training, forecast
 */
public record BehaviourForecast(String about, String behaviour, int probes, double before, Estimate shift) {
    /** What it will do: the forecast shift on top of what it does today. */
    public Estimate after() {
        return new Estimate(
                clamped(shift.point()),
                new Interval(
                        clamped(shift.interval().low()),
                        clamped(shift.interval().high()),
                        shift.interval().level()));
    }

    private double clamped(double shift) {
        return Math.clamp(before + shift, 0, 1);
    }
}
