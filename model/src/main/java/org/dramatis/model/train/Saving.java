package org.dramatis.model.train;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** When the state of a run is put on disk, besides at its end: every so many steps, and when so much time has passed. */
public record Saving(OptionalInt steps, Optional<Duration> time) {
    /** Every five minutes. */
    public static final Saving USUAL = new Saving(OptionalInt.empty(), Optional.of(Duration.ofMinutes(5)));

    public Saving {
        Checks.require(steps.isEmpty() || steps.getAsInt() >= 1, "steps between checkpoints", steps, "at least 1");
        Checks.require(
                time.isEmpty() || time.get().isPositive(), "time between checkpoints", time, "longer than nothing");
    }

    public static Saving everySteps(int steps) {
        return new Saving(OptionalInt.of(steps), Optional.empty());
    }

    public boolean isDue(int stepsSince, Duration timeSince) {
        return (steps.isPresent() && stepsSince >= steps.getAsInt())
                || (time.isPresent() && timeSince.compareTo(time.get()) >= 0);
    }
}
