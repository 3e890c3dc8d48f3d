package org.dramatis.report.html;

import java.util.List;
import org.dramatis.audit.result.Unmodelled;
import org.dramatis.audit.result.UnmodelledRow;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.UnmodelledWords;

/** Rows that surprise every persona: how many, what they are, and a few of each kind. */
record UnmodelledRows(Unmodelled unmodelled) {
    private static final int EACH_KIND = 3;
    private static final int LONGEST = 240;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        if (unmodelled.keptOut().replies() == 0) {
            return Markup.nothing();
        }
        UnmodelledWords words = new UnmodelledWords(unmodelled);
        List<UnmodelledRow> examples = words.examples(EACH_KIND);
        return Section.titled(
                UnmodelledWords.title(unmodelled.keptOut(), FIGURES),
                Section.note(words.sentence(FIGURES) + " A reply surprises from "
                        + FIGURES.significant(unmodelled.keptOut().limit())
                        + " nats a token on, under the persona that expects it most. Learnable: the share of its surprise that"
                        + " others of its kind take away."),
                examples.isEmpty()
                        ? Markup.nothing()
                        : new DataTable(
                                        "Rows that surprise every persona",
                                        List.of(
                                                Column.words("row"),
                                                Column.words("what it is"),
                                                Column.numbers("learnable"),
                                                Column.words("reply")),
                                        examples.stream()
                                                .map(UnmodelledRows::row)
                                                .toList())
                                .markup());
    }

    private static List<Markup> row(UnmodelledRow row) {
        String reply = row.episode().reply();
        return List.of(
                Markup.text(row.episode().id().value()),
                Markup.text(UnmodelledWords.kind(row.verdict())),
                Markup.text(UnmodelledWords.learnable(row.verdict())
                        .map(share -> FIGURES.significant(share.point()))
                        .orElse("")),
                Markup.text(
                        reply.codePointCount(0, reply.length()) <= LONGEST
                                ? reply
                                : reply.substring(0, reply.offsetByCodePoints(0, LONGEST)) + "\u2026"));
    }
}
