package org.dramatis.report.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.store.data.Printable;

/** The elements that pictures are made of. What they look like is up to the classes of the style sheet. */
final class Svg {
    /** How much of the size of the type a letter is wide, generously. */
    private static final double LETTER = .58;

    static final double TYPE = 12;

    private Svg() {}

    record Point(double x, double y) {}

    /** @param label what a reader who does not see it is told */
    static Element canvas(double width, double height, String label, List<? extends Markup> content) {
        return Markup.element("svg")
                .with("viewBox", "0 0 " + number(width) + " " + number(height))
                .with("width", number(width))
                .with("height", number(height))
                .with("role", "img")
                .with("aria-label", label)
                .holding(content);
    }

    static Element line(double x1, double y1, double x2, double y2, String css) {
        return Markup.element("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2))
                .styled(css);
    }

    static Element box(double x, double y, double width, double height, String css) {
        return Markup.element("rect")
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(width))
                .with("height", number(height))
                .styled(css);
    }

    static Element dot(double x, double y, double radius, String css) {
        return Markup.element("circle")
                .with("cx", number(x))
                .with("cy", number(y))
                .with("r", number(radius))
                .styled(css);
    }

    static Element path(List<Point> points, String css) {
        return Markup.element("polyline").with("points", joined(points)).styled(css);
    }

    static Element area(List<Point> points, String css) {
        return Markup.element("polygon").with("points", joined(points)).styled(css);
    }

    /** Words whose first letter stands at x, on the line y; the classes "end" and "middle" put their end or middle there. */
    static Element words(double x, double y, String css, String text) {
        return Markup.element("text")
                .with("x", number(x))
                .with("y", number(y))
                .styled(css)
                .saying(text);
    }

    /** The text, or what of it surely fits. */
    static String fitting(String text, double width) {
        String shown = Printable.line(text);
        double taken = TYPE * LETTER;
        StringBuilder start = new StringBuilder();
        for (int point : shown.codePoints().toArray()) {
            taken += width(point);
            if (taken > width) {
                return width(shown) <= width ? shown : start.append('\u2026').toString();
            }
            start.appendCodePoint(point);
        }
        return shown;
    }

    /** The text, or what of its end surely fits. */
    static String fittingEnd(String text, double width) {
        String backwards = new StringBuilder(Printable.line(text)).reverse().toString();
        return new StringBuilder(fitting(backwards, width)).reverse().toString();
    }

    /** How wide a text is, generously. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Svg::width).sum();
    }

    private static double width(int point) {
        return TYPE * (point < 0x2E80 ? LETTER : 1.2);
    }

    static String number(double value) {
        double tenths = Math.round(10 * value) / 10.0;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.format(Locale.ROOT, "%.1f", tenths);
    }

    private static String joined(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }
}
