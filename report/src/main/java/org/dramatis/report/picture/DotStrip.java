package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.Estimate;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.words.Figures;

/**
 * One line of a dot plot, small enough for a table: a weight with its interval, and a mark for what it is held against.
 *
 * @param highest the end of the scale, the same for every line of the plot
 */
public record DotStrip(Hue hue, Estimate weight, double against, double highest) implements Picture {
    private static final double HEIGHT = 22;

    @Override
    public Element drawn(int width) {
        Scale scale = Scale.ofWeights(highest, 1, 6, width - 6);
        double middle = HEIGHT / 2;
        List<Markup> drawn = new ArrayList<>();
        drawn.add(Svg.line(scale.at(0), middle, scale.at(scale.high()), middle, "grid"));
        drawn.add(Svg.line(scale.at(against), 3, scale.at(against), HEIGHT - 3, "reference"));
        drawn.addAll(Rows.whisker(scale, weight.interval(), middle, "whisker"));
        drawn.add(Svg.dot(scale.at(weight.point()), middle, 5, "full " + hue.css()));
        return Svg.canvas(
                width, HEIGHT, Figures.TYPESET.weight(weight) + ", against " + Figures.TYPESET.weight(against), drawn);
    }
}
