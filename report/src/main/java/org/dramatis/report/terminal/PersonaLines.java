package org.dramatis.report.terminal;

import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Standing;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Prominence;

/** Every persona of some weight: before, what the data say for it, after. */
record PersonaLines(AuditResult result) {
    private static final int MOST = 12;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_BAR = 20;

    /** The columns that the numbers of a line take. */
    private static final int NUMBERS = 46;

    void print(Sheet sheet) {
        List<Standing> shown = new Prominence(result)
                .inATable(MOST).stream().map(result.standings()::get).toList();
        int longest = shown.stream()
                .mapToInt(standing -> name(standing).length())
                .max()
                .orElse(0);
        int name = Math.clamp(longest, "Personas".length(), Math.min(LONGEST_NAME, sheet.columns() - NUMBERS));
        int bar = Math.clamp(sheet.columns() - name - NUMBERS - 1, 0, LONGEST_BAR);
        String level = Figures.PLAIN.level(result.standings().getFirst().after().interval()) + " interval";
        sheet.title(line(name, "Personas", "today", "nats/reply", "share", "after", level));
        for (Standing standing : shown) {
            sheet.say(new Run(
                    line(
                                    name,
                                    name(standing),
                                    Figures.PLAIN.weight(standing.before().point()),
                                    Figures.PLAIN.nats(standing.evidence().point()),
                                    Figures.PLAIN.weight(standing.share()),
                                    Figures.PLAIN.weight(standing.after().point()),
                                    Figures.PLAIN.weights(standing.after().interval()))
                            + " " + bar(standing, bar),
                    standing.unwanted() ? Style.UNWANTED : Style.PLAIN));
        }
        int rest = result.standings().size() - shown.size();
        if (rest > 0) {
            sheet.say(Run.faint("  and " + rest + " more of little weight"));
        }
        sheet.say(Run.faint("* unwanted. Nats a reply: what it says for the persona against the assistant"
                + " of today. Share: of the data that the persona explains."));
    }

    private static String name(Standing standing) {
        return (standing.unwanted() ? "* " : "  ") + standing.persona().id();
    }

    private static String line(
            int width, String name, String today, String evidence, String share, String after, String interval) {
        return TextWidth.left(name, width)
                + TextWidth.right(today, 6)
                + TextWidth.right(evidence, 11)
                + TextWidth.right(share, 7)
                + TextWidth.right(after, 7)
                + "  "
                + TextWidth.left(interval, 13);
    }

    private static String bar(Standing standing, int columns) {
        long eighths = Math.round(8 * columns * Math.clamp(standing.after().point(), 0, 1));
        String whole = "\u2588".repeat((int) (eighths / 8));
        // The blocks of seven to one eighth follow the whole block.
        return eighths % 8 == 0 ? whole : whole + Character.toString((int) (0x2588 + 8 - eighths % 8));
    }
}
