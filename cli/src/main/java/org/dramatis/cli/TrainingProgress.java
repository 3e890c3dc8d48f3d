package org.dramatis.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.dramatis.model.train.Progress;

/** Says how training goes: in one line that changes on a terminal, in a line now and then elsewhere. */
final class TrainingProgress implements Consumer<Progress> {
    private static final long NANOSECONDS_BETWEEN_LINES = Duration.ofSeconds(20).toNanos();
    private static final double MEMORY = .95;

    private final PrintWriter out;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private double loss = Double.NaN;
    private long said;

    TrainingProgress(PrintWriter out) {
        this.out = out;
        this.said = System.nanoTime() - NANOSECONDS_BETWEEN_LINES;
    }

    @Override
    public void accept(Progress progress) {
        loss = Double.isNaN(loss) ? progress.loss() : MEMORY * loss + (1 - MEMORY) * progress.loss();
        boolean last = progress.step() == progress.steps();
        if (terminal) {
            out.print("\r" + line(progress) + (last ? System.lineSeparator() : ""));
        } else if (last || System.nanoTime() - said >= NANOSECONDS_BETWEEN_LINES) {
            out.println(line(progress));
            said = System.nanoTime();
        }
        out.flush();
    }

    private String line(Progress progress) {
        return String.format(
                Locale.ROOT,
                "step %,d of %,d  loss %.3f  %,.0f tokens/s  %d:%02d left ",
                progress.step(),
                progress.steps(),
                loss,
                progress.tokensPerSecond(),
                progress.left().toMinutes(),
                progress.left().toSecondsPart());
    }
}
