package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.picture.Picture;

/** What sections of the page are made of. */
final class Section {
    private static final int COLUMN = 736;
    private static final int PHONE = 343;

    private Section() {}

    static Element titled(String title, Markup... content) {
        List<Markup> all = new ArrayList<>(List.of(Markup.element("h2").saying(title)));
        all.addAll(List.of(content));
        return Markup.element("section").holding(all);
    }

    static Element paragraph(String text) {
        return Markup.element("p").saying(text);
    }

    static Element note(String text) {
        return paragraph(text).styled("note");
    }

    /** A picture, drawn for wide and for narrow pages, with its numbers in a table that opens below it. */
    static Element figure(Picture picture, DataTable numbers) {
        return Markup.element("figure")
                .holding(
                        Markup.element("div").styled("wide").holding(picture.drawn(COLUMN)),
                        Markup.element("div").styled("narrow").holding(picture.drawn(PHONE)),
                        folded("The numbers", numbers.markup()));
    }

    /** Shown on demand. */
    static Element folded(String summary, Markup content) {
        return Markup.element("details").holding(Markup.element("summary").saying(summary), content);
    }

    static Element list(List<? extends Markup> items) {
        return Markup.element("ul")
                .holding(items.stream()
                        .map(item -> Markup.element("li").holding(item))
                        .toList());
    }
}
