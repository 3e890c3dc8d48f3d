package org.dramatis.report.terminal;

import org.dramatis.store.data.Printable;

/** Words of one style. Whatever they hold, they are safe to print. */
record Run(String text, Style style) {
    Run {
        text = Printable.line(text);
    }

    static Run plain(String text) {
        return new Run(text, Style.PLAIN);
    }

    static Run faint(String text) {
        return new Run(text, Style.FAINT);
    }
}
