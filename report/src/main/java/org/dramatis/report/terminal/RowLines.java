package org.dramatis.report.terminal;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.report.words.Excerpt;
import org.dramatis.report.words.Figures;

/** The worst rows, the tokens that carry them emphasised: by colour, or by asterisks where there is none. */
record RowLines(List<RankedRow> rows) {
    private static final int MOST = 5;
    private static final int INDENT = 3;

    void print(Sheet sheet) {
        if (rows.isEmpty()) {
            return;
        }
        sheet.title("Rows that push most towards the unwanted");
        for (int place = 0; place < Math.min(MOST, rows.size()); place++) {
            RankedRow row = rows.get(place);
            sheet.say(
                    INDENT,
                    Run.plain(TextWidth.left(place + 1 + ".", INDENT)),
                    new Run(row.episode().id().value(), Style.BOLD),
                    Run.plain("  unwanted with probability " + Figures.PLAIN.probability(row.probability()) + " ("
                            + row.persona() + "), push " + Figures.PLAIN.push(row.push())));
            List<Run> words = new ArrayList<>(List.of(Run.plain(" ".repeat(INDENT))));
            words.addAll(words(Excerpt.of(row, 2 * sheet.columns() - 4 * INDENT), sheet.colour()));
            sheet.say(INDENT, words);
        }
        if (rows.size() > MOST) {
            sheet.say(Run.faint("and " + (rows.size() - MOST) + " more in the other reports"));
        }
    }

    private static List<Run> words(Excerpt excerpt, boolean colour) {
        List<Run> words = new ArrayList<>();
        words.add(Run.plain(excerpt.cutBefore() ? "\u2026" : ""));
        int start = 0;
        for (int end = 1; end <= excerpt.pieces().size(); end++) {
            boolean carries = excerpt.pieces().get(start).carries();
            if (end == excerpt.pieces().size() || excerpt.pieces().get(end).carries() != carries) {
                StringBuilder text = new StringBuilder();
                excerpt.pieces().subList(start, end).forEach(piece -> text.append(piece.text()));
                words.addAll(emphasised(text.toString().replaceAll("\\s+", " "), carries, colour));
                start = end;
            }
        }
        words.add(Run.plain(excerpt.cutAfter() ? "\u2026" : ""));
        return words;
    }

    private static List<Run> emphasised(String text, boolean carries, boolean colour) {
        if (!carries || text.isBlank()) {
            return List.of(Run.plain(text));
        }
        if (colour) {
            return List.of(new Run(text, Style.CARRYING));
        }
        String before = text.startsWith(" ") ? " " : "";
        String after = text.endsWith(" ") ? " " : "";
        return List.of(Run.plain(before + "*" + text.strip() + "*" + after));
    }
}
