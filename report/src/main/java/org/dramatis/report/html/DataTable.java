package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;

/**
 * Rows of values, the first of each its name.
 *
 * @param caption for readers who do not see where it stands
 */
record DataTable(String caption, List<Column> columns, List<List<Markup>> rows) {
    /** As many columns fit on a telephone. */
    private static final int NARROW = 4;

    /** A column of words, which stand on the left, or of numbers. */
    record Column(String title, boolean numbers) {
        static Column words(String title) {
            return new Column(title, false);
        }

        static Column numbers(String title) {
            return new Column(title, true);
        }

        private Element cell(String name, Markup content) {
            Element cell = Markup.element(name).holding(content);
            return numbers ? cell.styled("n") : cell;
        }
    }

    Element markup() {
        Element head = Markup.element("tr")
                .holding(columns.stream()
                        .map(column ->
                                column.cell("th", Markup.text(column.title())).with("scope", "col"))
                        .toList());
        Element table = Markup.element("table")
                .styled(columns.size() > NARROW ? "broad" : "slim")
                .holding(
                        Markup.element("caption").saying(caption),
                        Markup.element("thead").holding(head),
                        Markup.element("tbody")
                                .holding(rows.stream().map(this::row).toList()));
        // Whoever has no mouse scrolls what has the focus.
        return Markup.element("div")
                .styled("scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", caption)
                .holding(table);
    }

    private Element row(List<Markup> values) {
        List<Markup> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Element cell = columns.get(i).cell(i == 0 ? "th" : "td", values.get(i));
            cells.add(i == 0 ? cell.with("scope", "row") : cell);
        }
        return Markup.element("tr").holding(cells);
    }
}
