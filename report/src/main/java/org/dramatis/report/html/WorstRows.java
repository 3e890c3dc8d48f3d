package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.Standing;
import org.dramatis.core.cast.Turn;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.HeatMap;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.words.Excerpt;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Prominence;

/** The rows that push most towards the unwanted: who may have said them, and by which words. */
record WorstRows(AuditResult result) {
    private static final int MOST_OPEN = 10;
    private static final int MOST_DRAWN = 20;
    private static final int MOST_PERSONAS = 20;
    private static final int LONGEST_REPLY = 600;
    private static final int LONGEST_PROMPT = 240;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        List<RankedRow> rows = result.rows();
        if (rows.isEmpty()) {
            return Markup.nothing();
        }
        List<Markup> articles =
                IntStream.range(0, rows.size()).mapToObj(this::article).toList();
        int open = Math.min(MOST_OPEN, rows.size());
        return Section.titled(
                "The rows that do it",
                Section.note(
                        "Those that push most towards the unwanted, the worst first. Push: what the row adds to the log-odds of"
                                + " the unwanted over the training. In the picture, who may well have said each row, and how probably."),
                heatMap(rows.subList(0, Math.min(MOST_DRAWN, rows.size()))),
                TokenScale.legend(),
                Section.note("Underlined: the few tokens that say half of what the reply says for the persona."),
                Markup.several(articles.subList(0, open).toArray(Markup[]::new)),
                open == rows.size()
                        ? Markup.nothing()
                        : Section.folded(
                                FIGURES.count(rows.size() - open, "more row"),
                                Markup.several(
                                        articles.subList(open, rows.size()).toArray(Markup[]::new))));
    }

    private Markup heatMap(List<RankedRow> rows) {
        List<Integer> personas = new Prominence(result).speaking(rows, MOST_PERSONAS);
        List<String> names =
                rows.stream().map(row -> row.episode().id().value()).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("row")));
        personas.forEach(place -> columns.add(Column.numbers(name(place))));
        return Section.figure(
                new HeatMap(
                        "A table of rows by personas, the darker the likelier that the persona said the row; the numbers are in the"
                                + " table below",
                        names,
                        personas.stream().map(this::column).toList(),
                        rows.stream().map(row -> probabilities(row, personas)).toList()),
                new DataTable(
                        "Who said the rows",
                        columns,
                        rows.stream().map(row -> cells(row, personas)).toList()));
    }

    private HeatMap.Column column(int place) {
        Standing standing = result.standings().get(place);
        return new HeatMap.Column(standing.persona().id().value(), Hue.of(standing.unwanted()));
    }

    private String name(int place) {
        return result.standings().get(place).persona().id().value();
    }

    private static List<Double> probabilities(RankedRow row, List<Integer> personas) {
        return personas.stream().map(row.personas()::get).toList();
    }

    private static List<Markup> cells(RankedRow row, List<Integer> personas) {
        List<Markup> cells =
                new ArrayList<>(List.of(Markup.text(row.episode().id().value())));
        probabilities(row, personas).forEach(probability -> cells.add(Markup.text(FIGURES.probability(probability))));
        return cells;
    }

    private Markup article(int place) {
        RankedRow row = result.rows().get(place);
        List<Markup> parts = new ArrayList<>();
        parts.add(Markup.element("h3")
                .holding(
                        Markup.element("span").styled("rank").saying(String.valueOf(place + 1)),
                        Markup.text(row.episode().id().value())));
        parts.add(Section.paragraph("unwanted with probability " + FIGURES.probability(row.probability()) + " \u00b7 "
                        + row.persona() + " \u00b7 push " + FIGURES.push(row.push()) + earlier(row))
                .styled("numbers"));
        prompt(row, parts);
        reply(row, parts);
        return Markup.element("article").holding(parts);
    }

    /** The last that was said before. */
    private static void prompt(RankedRow row, List<Markup> parts) {
        List<Turn> context = row.episode().context();
        if (context.isEmpty()) {
            return;
        }
        parts.add(Markup.element("p")
                .styled("prompt")
                .with("dir", "auto")
                .saying(start(context.getLast().text())));
    }

    private static String earlier(RankedRow row) {
        int earlier = row.episode().context().size() - 1;
        return earlier < 1 ? "" : " \u00b7 after " + FIGURES.count(earlier, "earlier turn");
    }

    private static String start(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_PROMPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_PROMPT)) + "\u2026";
    }

    private static void reply(RankedRow row, List<Markup> parts) {
        Excerpt excerpt = Excerpt.of(row, LONGEST_REPLY);
        parts.add(reply(excerpt));
        if (excerpt.cutBefore() || excerpt.cutAfter()) {
            Excerpt whole = Excerpt.whole(row);
            parts.add(Section.folded("The whole reply, " + FIGURES.count(whole.length(), "character"), reply(whole)));
        }
    }

    private static Markup reply(Excerpt excerpt) {
        List<Markup> parts = new ArrayList<>();
        parts.add(Markup.text(excerpt.cutBefore() ? "\u2026" : ""));
        excerpt.pieces().forEach(piece -> parts.add(TokenScale.coloured(piece)));
        parts.add(Markup.text(excerpt.cutAfter() ? "\u2026" : ""));
        return Markup.element("blockquote").with("dir", "auto").holding(parts);
    }
}
