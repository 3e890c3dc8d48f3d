package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.store.data.Turns;
import picocli.CommandLine.Option;

/** Which replies of the data count. */
final class RowOptions {
    @Option(
            names = "--turns",
            paramLabel = "WHICH",
            defaultValue = "ALL",
            description = "Which replies of a chat are learnt: all or last (default: all).")
    private Turns turns = Turns.ALL;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description =
                    "Score rows in random order until it is known with this probability, to a tenth, how much of the"
                            + " data the unwanted say; an audit then ranks only those rows (default: score all).")
    private Optional<Double> confidence = Optional.empty();

    Turns turns() {
        return turns;
    }

    Optional<Double> confidence() {
        return confidence;
    }
}
