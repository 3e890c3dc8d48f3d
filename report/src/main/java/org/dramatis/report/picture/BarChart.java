package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;

/** Two bars a name, of what is and of what will be, the second one with its interval. */
public record BarChart(String label, List<Bar> bars) implements Picture {
    private static final double ROW = 27;
    private static final double KEY = 30;
    private static final double FOOT = 24;

    public record Bar(String name, Hue hue, double before, Estimate after) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public Element drawn(int width) {
        Rows rows = Rows.of(width);
        Scale scale = rows.scale(bars.stream()
                .mapToDouble(
                        bar -> Math.max(bar.before(), bar.after().interval().high()))
                .max()
                .orElse(1));
        double bottom = KEY + ROW * bars.size();
        List<Markup> drawn = new ArrayList<>(key(rows.left()));
        drawn.addAll(rows.grid(scale, KEY, bottom));
        for (int i = 0; i < bars.size(); i++) {
            drawn.addAll(bar(bars.get(i), KEY + ROW * i, rows, scale));
        }
        return Svg.canvas(width, bottom + FOOT, label, drawn);
    }

    private static List<Markup> bar(Bar bar, double top, Rows rows, Scale scale) {
        String hue = bar.hue().css();
        double start = scale.at(0);
        List<Markup> drawn = new ArrayList<>();
        drawn.add(Svg.box(start, top + 4, scale.at(bar.before()) - start, 5, "today " + hue));
        drawn.add(Svg.box(start, top + 11, scale.at(bar.after().point()) - start, 11, "bar " + hue));
        drawn.addAll(Rows.whisker(scale, bar.after().interval(), top + 16.5, "whisker"));
        drawn.addAll(rows.ends(
                top + 14, bar.name(), bar.hue(), bar.before(), bar.after().point()));
        return drawn;
    }

    private static List<Markup> key(double left) {
        List<Markup> key = new ArrayList<>();
        key.add(Svg.box(left, 8, 18, 5, "today wanted"));
        key.add(Svg.words(left + 24, 15, "tick", "today"));
        key.add(Svg.box(left + 76, 5, 18, 11, "bar wanted"));
        key.addAll(Rows.whisker(new Scale(0, 1, 1, left + 87, left + 101), new Interval(0, 1, .95), 10.5, "whisker"));
        key.add(Svg.words(left + 107, 15, "tick", "after"));
        return key;
    }
}
