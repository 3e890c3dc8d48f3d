package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.words.Figures;

/**
 * Probabilities of rows by columns, the darker the likelier; the larger ones are written too where there is room.
 *
 * @param cells of every row, a probability for each column
 */
public record HeatMap(String label, List<String> rows, List<Column> columns, List<List<Double>> cells)
        implements Picture {
    private static final int NARROW = 500;
    private static final double ROW = 24;
    private static final double WIDEST = 84;
    private static final double ROOM_FOR_NUMBERS = 25;
    private static final double WORTH_WRITING = .1;
    private static final double DARK = .5;
    private static final double NAME_HEIGHT = 104;

    /** How far the slanting name of the last column reaches beyond it. */
    private static final double OVERHANG = 84;

    public record Column(String name, Hue hue) {}

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
    }

    @Override
    public Element drawn(int width) {
        double left = width < NARROW ? 28 : 206;
        double pitch = Math.min(WIDEST, (width - left - OVERHANG) / Math.max(1, columns.size()));
        List<Markup> drawn = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            drawn.add(name(columns.get(column), left + pitch * (column + .5)));
        }
        for (int row = 0; row < rows.size(); row++) {
            double top = NAME_HEIGHT + ROW * row;
            String name = width < NARROW ? String.valueOf(row + 1) : Svg.fittingEnd(rows.get(row), left - 40);
            if (width >= NARROW) {
                drawn.add(Svg.words(0, top + 15, "tick", String.valueOf(row + 1)));
            }
            drawn.add(Svg.words(left - 10, top + 15, "name end", name));
            for (int column = 0; column < columns.size(); column++) {
                drawn.addAll(cell(cells.get(row).get(column), columns.get(column), left + pitch * column, top, pitch));
            }
        }
        return Svg.canvas(width, NAME_HEIGHT + ROW * rows.size() + 4, label, drawn);
    }

    private static Markup name(Column column, double x) {
        String turned = String.format(Locale.ROOT, "rotate(-50 %s %s)", Svg.number(x), Svg.number(NAME_HEIGHT - 8));
        return Svg.words(x, NAME_HEIGHT - 8, "name turned " + column.hue().css(), Svg.fitting(column.name(), 124))
                .with("transform", turned);
    }

    private static List<Markup> cell(double probability, Column column, double x, double y, double pitch) {
        List<Markup> drawn = new ArrayList<>();
        drawn.add(Svg.box(x, y, pitch - 2, ROW - 2, "ground"));
        drawn.add(Svg.box(x, y, pitch - 2, ROW - 2, "cell " + column.hue().css())
                .with("fill-opacity", String.format(Locale.ROOT, "%.2f", Math.clamp(probability, 0, 1))));
        if (probability >= WORTH_WRITING && pitch >= ROOM_FOR_NUMBERS) {
            drawn.add(Svg.words(
                    x + pitch / 2 - 1,
                    y + 15,
                    probability > DARK ? "number middle ondark" : "number middle",
                    Figures.TYPESET.probability(probability)));
        }
        return drawn;
    }
}
