package org.dramatis.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.audit.result.Counts;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;
import org.dramatis.store.data.Reading;

/** Rows that could not be read and replies that could not be scored, with the reason; rows that repeat others. */
record LeftOut(Counts counts) {
    private static final int MOST_OPEN = 5;
    private static final int MOST = 200;
    private static final Figures FIGURES = Figures.TYPESET;

    private record Case(String where, String why) {
        List<Markup> row() {
            return List.of(Markup.text(where), Markup.text(why));
        }
    }

    Markup markup() {
        Reading reading = counts.reading();
        if (reading.badRows() + reading.repeated() + counts.unscored().size() == 0) {
            return Markup.nothing();
        }
        return Section.titled(
                "Left out, and repeated",
                cases(
                        FIGURES.count(reading.badRows(), "row") + " could not be read",
                        reading.bad().stream().map(row -> new Case(row.origin().toString(), row.reason())),
                        reading.badRows()),
                cases(
                        FIGURES.count(counts.unscored().size(), "reply") + " could not be scored",
                        counts.unscored().stream()
                                .map(row -> new Case(
                                        row.episode().value(), row.reason().detail())),
                        counts.unscored().size()),
                cases(
                        FIGURES.count(reading.repeated(), "row") + " said again what an earlier one said",
                        reading.repeats().stream()
                                .map(repeat -> new Case(repeat.row().toString(), "repeats " + repeat.earlier())),
                        reading.repeated()));
    }

    private static Markup cases(String title, Stream<Case> cases, long all) {
        if (all == 0) {
            return Markup.nothing();
        }
        List<Case> listed = cases.limit(MOST).toList();
        int open = Math.min(MOST_OPEN, listed.size());
        return Markup.several(
                Section.paragraph(title + "."),
                table(title, listed.subList(0, open)),
                open == all
                        ? Markup.nothing()
                        : Section.folded(
                                FIGURES.count(all - open) + " more"
                                        + (all > listed.size()
                                                ? ", of which the first " + (listed.size() - open) + " are listed"
                                                : ""),
                                table(title, listed.subList(open, listed.size()))));
    }

    private static Markup table(String title, List<Case> cases) {
        return new DataTable(
                        title,
                        List.of(Column.words("where"), Column.words("why")),
                        cases.stream().map(Case::row).toList())
                .markup();
    }
}
