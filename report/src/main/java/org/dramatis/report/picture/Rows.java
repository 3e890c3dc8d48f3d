package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.Interval;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;

/**
 * Lines of a chart that lie: a name on the left, something on a scale of weights, its numbers on the right.
 *
 * @param left where the scale begins
 * @param right where it ends
 */
record Rows(double width, double left, double right) {
    private static final int NARROW = 500;

    static Rows of(int width) {
        return width < NARROW ? new Rows(width, 104, width - 82) : new Rows(width, 172, width - 96);
    }

    Scale scale(double highest) {
        return Scale.ofWeights(highest, width < NARROW ? 3 : 5, left, right);
    }

    /** Lines up from the values that are written below the last row. */
    List<Markup> grid(Scale scale, double top, double bottom) {
        List<Markup> grid = new ArrayList<>();
        for (double tick : scale.ticks()) {
            grid.add(Svg.line(scale.at(tick), top, scale.at(tick), bottom, tick == 0 ? "base" : "grid"));
            grid.add(Svg.words(scale.at(tick), bottom + 16, "tick middle", Figures.TYPESET.weight(tick)));
        }
        return grid;
    }

    /** What the row is called, and from which weight to which it goes. */
    List<Markup> ends(double middle, String name, Hue hue, double before, double after) {
        return List.of(
                Svg.words(left - 12, middle + 4, "name end " + hue.css(), Svg.fitting(name, left - 14)),
                Svg.words(
                        width,
                        middle + 4,
                        "value end",
                        Figures.TYPESET.weight(before) + " \u2192 " + Figures.TYPESET.weight(after)));
    }

    static List<Markup> whisker(Scale scale, Interval interval, double middle, String css) {
        double low = scale.at(interval.low());
        double high = scale.at(interval.high());
        return List.of(
                Svg.line(low, middle, high, middle, css),
                Svg.line(low, middle - 3, low, middle + 3, css),
                Svg.line(high, middle - 3, high, middle + 3, css));
    }
}
