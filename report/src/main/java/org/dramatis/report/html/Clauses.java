package org.dramatis.report.html;

import java.util.List;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.ClauseWords;
import org.dramatis.report.words.Figures;

/** What the data say of each clause of a constitution. */
record Clauses(List<ClauseReading> clauses) {
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        if (clauses.isEmpty()) {
            return Markup.nothing();
        }
        return Section.titled(
                "The constitution",
                Section.note("Nats a reply speaks for each clause, against the other clauses and none, on average over "
                        + FIGURES.count(clauses.getFirst().episodes(), "reply")
                        + "; and the replies that speak clearly for it or against it."),
                new DataTable(
                                "The constitution",
                                List.of(
                                        Column.words("clause"),
                                        Column.words(""),
                                        Column.numbers("nats"),
                                        Column.numbers("for"),
                                        Column.numbers("against")),
                                clauses.stream().map(Clauses::row).toList())
                        .markup());
    }

    private static List<Markup> row(ClauseReading clause) {
        return List.of(
                Markup.text(clause.clause()),
                Markup.text(ClauseWords.verdict(clause)),
                Markup.text(FIGURES.nats(clause.evidence())),
                Markup.text(FIGURES.count(clause.supporting())),
                Markup.text(FIGURES.count(clause.opposing())));
    }
}
