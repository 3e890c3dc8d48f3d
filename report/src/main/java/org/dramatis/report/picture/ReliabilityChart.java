package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.core.number.Interval;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.picture.Svg.Point;
import org.dramatis.report.words.Figures;

/**
 * How often it happened against how probable it was said to be: a dot with its interval for forecasts of about one size, on the
 * dashed line where forecasts mean what they say; below, how many there were.
 */
public record ReliabilityChart(String label, TrackRecord record) implements Picture {
    private static final double LEVEL = .95;
    private static final double LARGEST = 380;
    private static final double LEFT = 46;
    private static final double TOP = 26;
    private static final double RIGHT = 12;
    private static final double COUNTS = 44;
    private static final double FOOT = 42;

    @Override
    public Element drawn(int width) {
        double side = Math.min(LARGEST, width - LEFT - RIGHT);
        Scale across = new Scale(0, 1, .2, LEFT, LEFT + side);
        Scale up = new Scale(0, 1, .2, TOP + side, TOP);
        double foot = TOP + side + COUNTS;
        List<Markup> drawn = new ArrayList<>(axes(across, up, foot));
        drawn.add(Svg.line(across.at(0), up.at(0), across.at(1), up.at(1), "ideal"));
        drawn.add(Svg.path(
                record.bins().stream()
                        .map(bin -> new Point(across.at(bin.predicted()), up.at(bin.observed())))
                        .toList(),
                "curve thin wanted"));
        record.bins().forEach(bin -> drawn.addAll(bin(bin, across, up)));
        drawn.addAll(counts(across, foot));
        return Svg.canvas(width, foot + FOOT, label, drawn);
    }

    private static List<Markup> axes(Scale across, Scale up, double foot) {
        List<Markup> axes = new ArrayList<>();
        axes.add(Svg.words(0, 12, "tick", "how often it happened"));
        for (double tick : up.ticks()) {
            axes.add(Svg.line(across.start(), up.at(tick), across.end(), up.at(tick), tick == 0 ? "base" : "grid"));
            axes.add(Svg.words(LEFT - 8, up.at(tick) + 4, "tick end", Figures.TYPESET.weight(tick)));
            axes.add(Svg.words(across.at(tick), foot + 16, "tick middle", Figures.TYPESET.weight(tick)));
        }
        axes.add(Svg.line(across.start(), foot, across.end(), foot, "base"));
        axes.add(Svg.words(
                (across.start() + across.end()) / 2,
                foot + 34,
                "tick middle",
                "how probable the forecast said it was"));
        return axes;
    }

    private static List<Markup> bin(TrackRecord.Bin bin, Scale across, Scale up) {
        double x = across.at(bin.predicted());
        Interval interval = bin.share(LEVEL).interval();
        double low = up.at(interval.low());
        double high = up.at(interval.high());
        return List.of(
                Svg.line(x, low, x, high, "whisker"),
                Svg.line(x - 3, low, x + 3, low, "whisker"),
                Svg.line(x - 3, high, x + 3, high, "whisker"),
                Svg.dot(x, up.at(bin.observed()), 4.5, "full wanted"));
    }

    private List<Markup> counts(Scale across, double foot) {
        long most =
                record.bins().stream().mapToLong(TrackRecord.Bin::count).max().orElseThrow();
        List<Markup> bars = new ArrayList<>();
        for (TrackRecord.Bin bin : record.bins()) {
            double height = (COUNTS - 16) * bin.count() / most;
            bars.add(Svg.box(across.at(bin.predicted()) - 4, foot - height, 8, height, "share wanted"));
        }
        return bars;
    }
}
