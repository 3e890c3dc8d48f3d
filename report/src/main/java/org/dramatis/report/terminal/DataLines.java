package org.dramatis.report.terminal;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.audit.result.Counts;
import org.dramatis.report.words.Figures;
import org.dramatis.store.data.Reading;

/** What of the data could not be used, and why. */
record DataLines(Counts counts) {
    private static final int MOST = 5;
    private static final int INDENT = 2;

    void print(Sheet sheet) {
        print(
                sheet,
                Figures.PLAIN.count(counts.reading().badRows(), "row") + " could not be read",
                counts.bad().stream().map(row -> row.origin() + ": " + row.reason()),
                counts.reading().badRows());
        print(
                sheet,
                Figures.PLAIN.count(counts.unscored().size(), "reply") + " could not be scored",
                counts.unscored().stream()
                        .map(row -> row.episode() + ": " + row.reason().detail()),
                counts.unscored().size());
        print(
                sheet,
                Figures.PLAIN.count(counts.reading().repeated(), "row") + " said again what an earlier one said",
                counts.reading().repeats().stream().map(Reading.Repeat::toString),
                counts.reading().repeated());
    }

    private static void print(Sheet sheet, String title, Stream<String> lines, long all) {
        if (all == 0) {
            return;
        }
        sheet.title(title);
        List<String> shown = lines.limit(MOST).toList();
        shown.forEach(line -> sheet.say(INDENT, Run.plain(line)));
        if (all > shown.size()) {
            sheet.say(Run.faint("and " + Figures.PLAIN.count(all - shown.size()) + " more"));
        }
    }
}
