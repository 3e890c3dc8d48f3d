package org.dramatis.report.terminal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.audit.result.Screened;
import org.dramatis.audit.result.ScreenedOut;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.ScreenedWords;

/** Whom a screening left without a number, and what that may hide. */
record ScreenedLines(Optional<Screened> screened) {
    private static final int NEAREST = 5;

    void print(Sheet sheet) {
        screened.map(ScreenedWords::new).ifPresent(words -> print(words, sheet));
    }

    private static void print(ScreenedWords words, Sheet sheet) {
        sheet.title(words.title(Figures.PLAIN));
        sheet.say(Run.plain(words.sentence(Figures.PLAIN)));
        List<ScreenedOut> nearest = words.nearest(NEAREST);
        if (!nearest.isEmpty()) {
            sheet.say(Run.faint("The nearest of them: "
                    + nearest.stream()
                            .map(each -> (each.unwanted() ? "* " : "") + each.persona() + " "
                                    + Figures.PLAIN.weight(each.data()) + " of the data, "
                                    + Figures.PLAIN.weight(each.own()) + " of today")
                            .collect(Collectors.joining("; "))
                    + "."));
        }
    }
}
