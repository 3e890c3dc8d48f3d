package org.dramatis.report.picture;

import org.dramatis.report.markup.HtmlText;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;

/**
 * A picture as a file of its own, which brings its colours and follows the reader's choice of light or dark.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("reliability.svg"), new PictureFile(chart, 560).text());
 * }</pre>
 */
public record PictureFile(Picture picture, int width) {
    private static final int MARGIN = 12;

    public String text() {
        Element drawn = picture.drawn(width - 2 * MARGIN);
        double height = Double.parseDouble(drawn.attribute("height")) + 2 * MARGIN;
        return HtmlText.of(Markup.element("svg")
                        .with("xmlns", "http://www.w3.org/2000/svg")
                        .with("role", "img")
                        .with("aria-label", drawn.attribute("aria-label"))
                        .with("viewBox", "0 0 " + width + " " + Svg.number(height))
                        .with("width", String.valueOf(width))
                        .with("height", Svg.number(height))
                        .holding(
                                // Style sheets are no text that could hold markup: nothing of a result is written into
                                // them.
                                Markup.element("style").saying(PictureStyle.css()),
                                Svg.box(0, 0, width, height, "paper"),
                                Markup.element("g")
                                        .with("transform", "translate(" + MARGIN + " " + MARGIN + ")")
                                        .holding(drawn.content())))
                + "\n";
    }
}
