package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.core.number.Estimate;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.picture.Svg.Point;
import org.dramatis.report.words.Figures;

/**
 * Weights over the steps of a training, a line with a band each. Every line is named at its end.
 *
 * @param steps at which the weights are known, at least two, rising from 0
 */
public record LineChart(String label, List<Integer> steps, List<Line> lines) implements Picture {
    private static final double TOP = 10;
    private static final double FOOT = 38;
    private static final double LEFT = 30;
    private static final int NARROW = 500;
    private static final double NAME_GAP = 14;
    private static final double WEIGHT = 25;
    private static final double LINE_HEIGHT = 17;

    /** Strokes that tell lines of one hue apart. */
    private static final List<String> STROKES = List.of("", " dashed", " dotted", " longdashed");

    /** The weights of a persona at every step. */
    public record Line(String name, Hue hue, List<Estimate> weights) {
        public Line {
            weights = List.copyOf(weights);
        }
    }

    public LineChart {
        steps = List.copyOf(steps);
        lines = lines.stream().sorted(Comparator.comparing(Line::hue)).toList();
    }

    @Override
    public Element drawn(int width) {
        boolean narrow = width < NARROW;
        double height = narrow ? 270 : 340;
        double right = width - (narrow ? 134 : 166);
        Scale across = across(narrow ? 3 : 5, right);
        Scale up = Scale.ofWeights(highest(), 5, height - FOOT, TOP);
        List<Markup> drawn = new ArrayList<>(axes(across, up));
        lines.forEach(line ->
                drawn.add(Svg.area(band(line, across, up), "band " + line.hue().css())));
        for (int place = 0; place < lines.size(); place++) {
            drawn.add(Svg.path(
                    middle(lines.get(place), across, up),
                    "curve " + lines.get(place).hue().css() + stroke(place)));
        }
        drawn.addAll(names(up, right, width));
        return Svg.canvas(width, height, label, drawn);
    }

    /** To the very last step, with whole steps written below. */
    private Scale across(int most, double right) {
        double round = Scale.upTo(steps.getLast(), most, LEFT, right).step();
        return new Scale(0, steps.getLast(), Math.ceil(round), LEFT, right);
    }

    private double highest() {
        return lines.stream()
                .flatMap(line -> line.weights().stream())
                .mapToDouble(
                        weight -> Math.max(weight.point(), weight.interval().high()))
                .max()
                .orElse(1);
    }

    private List<Markup> axes(Scale across, Scale up) {
        List<Markup> axes = new ArrayList<>();
        for (double tick : up.ticks()) {
            axes.add(Svg.line(LEFT, up.at(tick), across.end(), up.at(tick), tick == 0 ? "base" : "grid"));
            axes.add(Svg.words(LEFT - 8, up.at(tick) + 4, "tick end", Figures.TYPESET.weight(tick)));
        }
        double bottom = up.start();
        for (double tick : across.ticks()) {
            axes.add(Svg.line(across.at(tick), bottom, across.at(tick), bottom + 4, "base"));
            axes.add(Svg.words(across.at(tick), bottom + 18, "tick middle", Figures.TYPESET.count(Math.round(tick))));
        }
        axes.add(Svg.words((LEFT + across.end()) / 2, bottom + 34, "tick middle", "steps"));
        return axes;
    }

    private List<Point> middle(Line line, Scale across, Scale up) {
        return points(line.weights().stream().map(Estimate::point).toList(), across, up);
    }

    private List<Point> band(Line line, Scale across, Scale up) {
        List<Point> low = points(
                line.weights().stream().map(weight -> weight.interval().low()).toList(), across, up);
        List<Point> high = points(
                line.weights().stream().map(weight -> weight.interval().high()).toList(), across, up);
        return Stream.concat(low.stream(), high.reversed().stream()).toList();
    }

    private List<Point> points(List<Double> values, Scale across, Scale up) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Point(across.at(steps.get(i)), up.at(values.get(i))))
                .toList();
    }

    private List<Markup> names(Scale up, double right, double width) {
        List<Double> ends = lines.stream()
                .map(line -> up.at(line.weights().getLast().point()))
                .toList();
        List<Double> places = new LabelColumn(TOP + 6, up.start(), LINE_HEIGHT).placed(ends);
        List<Markup> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String hue = line.hue().css();
            double x = right + NAME_GAP;
            names.add(Svg.line(right + 3, ends.get(i), x - 3, places.get(i), "leader " + hue));
            String weight = Figures.TYPESET.weight(line.weights().getLast().point());
            names.add(Svg.words(x + WEIGHT, places.get(i) + 4, "name value end " + hue, weight));
            x += WEIGHT + 7;
            names.add(Svg.words(x, places.get(i) + 4, "name " + hue, Svg.fitting(line.name(), width - x)));
        }
        return names;
    }

    private String stroke(int place) {
        Hue hue = lines.get(place).hue();
        long before = lines.subList(0, place).stream()
                .filter(line -> line.hue() == hue)
                .count();
        return STROKES.get((int) (before % STROKES.size()));
    }
}
