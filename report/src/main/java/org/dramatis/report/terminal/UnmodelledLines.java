package org.dramatis.report.terminal;

import org.dramatis.audit.result.Unmodelled;
import org.dramatis.audit.result.UnmodelledRow;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.UnmodelledWords;

/** Rows that surprise every persona: how many, what they are, and a few of each kind. */
record UnmodelledLines(Unmodelled unmodelled) {
    private static final int EACH_KIND = 2;
    private static final int INDENT = 3;
    private static final int KIND = 12;

    void print(Sheet sheet) {
        if (unmodelled.keptOut().replies() == 0) {
            return;
        }
        UnmodelledWords words = new UnmodelledWords(unmodelled);
        sheet.title(UnmodelledWords.title(unmodelled.keptOut(), Figures.PLAIN));
        sheet.say(Run.plain(words.sentence(Figures.PLAIN)));
        for (UnmodelledRow row : words.examples(EACH_KIND)) {
            String reply = row.episode().reply().replaceAll("\\s+", " ");
            sheet.say(
                    INDENT,
                    Run.plain(TextWidth.left(UnmodelledWords.kind(row.verdict()), KIND)),
                    new Run(row.episode().id().value(), Style.BOLD),
                    Run.plain("  " + TextWidth.left(reply, Math.min(TextWidth.of(reply), sheet.columns()))));
        }
    }
}
