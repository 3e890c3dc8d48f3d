package org.dramatis.torch.train;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How fast a run goes, since it was opened. */
final class Pace {
    private final InstantSource clock;
    private final Instant begun;
    private long tokens;
    private int steps;

    Pace(InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** After a step of so many tokens. */
    double tokensPerSecond(long more) {
        tokens += more;
        steps++;
        return tokens / Math.max(1e-9, Duration.between(begun, clock.instant()).toNanos() * 1e-9);
    }

    /** Until so many more steps are done. */
    Duration left(int more) {
        return Duration.between(begun, clock.instant()).multipliedBy(more).dividedBy(Math.max(1, steps));
    }
}
