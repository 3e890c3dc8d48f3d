package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.List;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.UnmodelledWords;

/** A terminal to write on, so many columns wide. */
record Sheet(PrintWriter out, int columns, boolean colour) {

    void gap() {
        out.println();
    }

    void title(String text) {
        gap();
        write(0, List.of(new Run(text, Style.BOLD)));
    }

    /** Words from the left edge, in as many lines as they take. */
    void say(Run... words) {
        say(0, words);
    }

    /** Words whose second and later lines begin {@code indent} columns from the left. */
    void say(int indent, Run... words) {
        say(indent, List.of(words));
    }

    void say(int indent, List<Run> words) {
        int from = 0;
        for (List<Run> line : new Paragraph(words).lines(columns - indent)) {
            write(from, line);
            from = indent;
        }
    }

    /** What to beware of, a line each. */
    void warn(List<String> warnings) {
        if (!warnings.isEmpty()) {
            gap();
        }
        warnings.forEach(warning -> say(2, new Run("Warning: ", Style.BOLD), Run.plain(warning)));
    }

    /** How many rows surprise every persona, where any do. */
    void say(KeptOut keptOut) {
        if (keptOut.replies() > 0) {
            gap();
            say(Run.plain(UnmodelledWords.title(keptOut, Figures.PLAIN) + ". " + UnmodelledWords.KEPT_OUT));
        }
    }

    private void write(int indent, List<Run> line) {
        StringBuilder text = new StringBuilder(" ".repeat(indent));
        for (Run run : line) {
            text.append(colour ? run.style().around(run.text()) : run.text());
        }
        out.println(text.toString().stripTrailing());
    }
}
