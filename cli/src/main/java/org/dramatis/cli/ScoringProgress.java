package org.dramatis.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.Groundwork;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;

/**
 * Says what is being done: rows, rate and time left in one line that changes on a terminal, in a line now and then elsewhere; and
 * after the first rows who seems to say them.
 */
final class ScoringProgress implements Groundwork.Listener {
    private static final long NANOSECONDS_BETWEEN_LINES = Duration.ofSeconds(20).toNanos();
    private static final int FIRST_IMPRESSION = 64;
    private static final int NAMED = 3;

    private final PrintWriter out;
    private final Cast cast;
    private final boolean quiet;
    private final BooleanSupplier stop;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final double[] said;
    private long replies;
    private long began;
    private long lastLine;
    private boolean impressed;

    ScoringProgress(PrintWriter out, Cast cast, boolean quiet, BooleanSupplier stop) {
        this.out = out;
        this.cast = cast;
        this.quiet = quiet;
        this.stop = stop;
        this.said = new double[cast.size()];
    }

    @Override
    public void begins(String what) {
        requireGoingOn();
        began = System.nanoTime();
        lastLine = began;
        say(what);
    }

    @Override
    public void scored(Weights before, long rows, long all, List<Evidence.Scored> latest) {
        requireGoingOn();
        for (Evidence.Scored reply : latest) {
            Weights speaker = before.after(reply.logLikelihoods());
            IntStream.range(0, said.length).forEach(k -> said[k] += speaker.at(k));
            replies++;
        }
        boolean last = rows == all;
        if (!impressed && rows >= FIRST_IMPRESSION && !last) {
            impressed = true;
            say((terminal ? "\r" : "") + "  after " + rows + " rows: " + impression());
        }
        if (terminal && !quiet) {
            out.print("\r" + line(rows, all) + (last ? System.lineSeparator() : ""));
            out.flush();
        } else if (System.nanoTime() - lastLine >= NANOSECONDS_BETWEEN_LINES) {
            say(line(rows, all));
            lastLine = System.nanoTime();
        }
    }

    /** Who says most of what was read so far. */
    private String impression() {
        return IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -said[k]))
                .limit(NAMED)
                .map(k -> String.format(
                        Locale.ROOT, "%s %.0f %%", cast.persona(k).id(), 100 * said[k] / Math.max(1, replies)))
                .collect(Collectors.joining(", ", "said by ", ""));
    }

    private String line(long rows, long all) {
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration left = Duration.ofSeconds(Math.round(seconds * (all - rows) / Math.max(1, rows)));
        return String.format(
                Locale.ROOT,
                "  %,d of %,d rows  %,.0f rows/s  %d:%02d left ",
                rows,
                all,
                rows / Math.max(seconds, 1e-3),
                left.toMinutes(),
                left.toSecondsPart());
    }

    private void say(String what) {
        if (!quiet) {
            out.println(what);
            out.flush();
        }
    }

    private void requireGoingOn() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("stopped; what was scored is kept: the same command goes on from there");
        }
    }
}
