package org.dramatis.report.html;

import java.util.List;
import java.util.Optional;
import org.dramatis.audit.result.Screened;
import org.dramatis.audit.result.ScreenedOut;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.ScreenedWords;

/** Whom a screening left without a number, with their first-order reading. */
record ScreenedPersonas(Optional<Screened> screened) {
    private static final int MOST = 200;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        return screened.<Markup>map(ScreenedPersonas::section).orElseGet(Markup::nothing);
    }

    private static Markup section(Screened screened) {
        ScreenedWords words = new ScreenedWords(screened);
        List<ScreenedOut> shown = screened.out().stream().limit(MOST).toList();
        return Section.titled(
                words.title(FIGURES),
                Section.note(words.sentence(FIGURES)),
                Section.folded(
                        shown.size() < screened.out().size() ? "The nearest " + shown.size() : "Who they are",
                        new DataTable(
                                        "Personas screened out",
                                        List.of(
                                                Column.words("persona"),
                                                Column.words(""),
                                                Column.numbers("likeliest of the data, to first order"),
                                                Column.numbers("of the assistant today")),
                                        shown.stream()
                                                .map(ScreenedPersonas::row)
                                                .toList())
                                .markup()));
    }

    private static List<Markup> row(ScreenedOut out) {
        return List.of(
                Markup.text(out.persona().value()),
                Markup.text(out.unwanted() ? "unwanted" : ""),
                Markup.text(FIGURES.weight(out.data())),
                Markup.text(FIGURES.weight(out.own())));
    }
}
