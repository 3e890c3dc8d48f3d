package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;

/** What was observed against what was forecast, a dot a case; on the dashed line the two are equal. */
public record ShiftChart(String label, List<Dot> dots) implements Picture {
    /** By how much something rose, or fell. */
    public record Dot(double forecast, double observed, Hue hue) {}

    private static final double LARGEST = 420;
    private static final double LEFT = 46;
    private static final double TOP = 26;
    private static final double RIGHT = 12;
    private static final double FOOT = 42;
    private static final double STEP = .2;

    public ShiftChart {
        dots = List.copyOf(dots);
    }

    @Override
    public Element drawn(int width) {
        double side = Math.min(LARGEST, width - LEFT - RIGHT);
        double low = round(
                dots.stream()
                        .mapToDouble(dot -> Math.min(dot.forecast(), dot.observed()))
                        .min()
                        .orElse(0),
                -1);
        double high = round(
                dots.stream()
                        .mapToDouble(dot -> Math.max(dot.forecast(), dot.observed()))
                        .max()
                        .orElse(0),
                1);
        Scale across = new Scale(low, high, STEP, LEFT, LEFT + side);
        Scale up = new Scale(low, high, STEP, TOP + side, TOP);
        List<Markup> drawn = new ArrayList<>(axes(across, up));
        drawn.add(Svg.line(across.at(low), up.at(low), across.at(high), up.at(high), "ideal"));
        dots.forEach(dot -> drawn.add(Svg.dot(
                across.at(dot.forecast()),
                up.at(dot.observed()),
                2.5,
                "full " + dot.hue().css())));
        return Svg.canvas(width, TOP + side + FOOT, label, drawn);
    }

    /** The next step away from 0. */
    private static double round(double value, int direction) {
        double steps = Math.ceil(Math.max(0, direction * value) / STEP - 1e-9);
        return direction * STEP * Math.max(1, steps);
    }

    private static List<Markup> axes(Scale across, Scale up) {
        List<Markup> axes = new ArrayList<>();
        axes.add(Svg.words(0, 12, "tick", "observed shift"));
        for (double tick : up.ticks()) {
            String css = Math.abs(tick) < 1e-9 ? "base" : "grid";
            axes.add(Svg.line(across.start(), up.at(tick), across.end(), up.at(tick), css));
            axes.add(Svg.line(across.at(tick), up.start(), across.at(tick), up.end(), css));
            axes.add(Svg.words(LEFT - 8, up.at(tick) + 4, "tick end", shift(tick)));
            axes.add(Svg.words(across.at(tick), up.start() + 16, "tick middle", shift(tick)));
        }
        axes.add(Svg.words((across.start() + across.end()) / 2, up.start() + 34, "tick middle", "forecast shift"));
        return axes;
    }

    private static String shift(double tick) {
        return Math.abs(tick) < 1e-9
                ? "0"
                : String.format(Locale.ROOT, "%+.1f", tick).replace('-', '\u2212');
    }
}
