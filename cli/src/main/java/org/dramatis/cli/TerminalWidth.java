package org.dramatis.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that is written on, where there is one. */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final int WIDEST = 120;

    private TerminalWidth() {}

    /** As the shell says in {@code COLUMNS}; 80 where it says nothing. */
    static int columns() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(columns -> columns.matches("\\d{2,4}"))
                .map(Integer::parseInt)
                .map(columns -> Math.min(WIDEST, columns))
                .orElse(USUAL);
    }

    /** On a terminal, unless the user wants none (no-color.org). */
    static boolean colour() {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return terminal
                && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    }
}
