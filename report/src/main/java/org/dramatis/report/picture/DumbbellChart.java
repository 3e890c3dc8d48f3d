package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.Estimate;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;

/** From what is to what will be: an open dot, a full one with its interval, and a bar between them; in groups. */
public record DumbbellChart(String label, List<Group> groups) implements Picture {
    private static final double ROW = 22;
    private static final double GAP = 8;

    /** Between a title and a name on one line; type is not measured, but reckoned. */
    private static final double ROOM = 24;

    private static final double KEY = 26;
    private static final double FOOT = 24;

    public record Group(String title, List<Change> changes) {
        public Group {
            changes = List.copyOf(changes);
        }
    }

    public record Change(String name, Hue hue, double before, Estimate after) {}

    public DumbbellChart {
        groups = List.copyOf(groups);
    }

    @Override
    public Element drawn(int width) {
        Rows rows = Rows.of(width);
        Scale scale = rows.scale(groups.stream()
                .flatMap(group -> group.changes().stream())
                .mapToDouble(change ->
                        Math.max(change.before(), change.after().interval().high()))
                .max()
                .orElse(1));
        double bottom = KEY
                + groups.stream()
                        .mapToDouble(group ->
                                heading(group, rows) + ROW * group.changes().size())
                        .sum()
                + GAP;
        List<Markup> drawn = new ArrayList<>(key(rows.left()));
        drawn.addAll(rows.grid(scale, KEY, bottom));
        double top = KEY;
        for (Group group : groups) {
            double title = top + GAP + ROW / 2 + 4;
            drawn.add(Svg.words(0, title, "heading", Svg.fitting(group.title(), rows.left() - GAP)));
            top += heading(group, rows);
            for (Change change : group.changes()) {
                drawn.addAll(change(change, top + ROW / 2, rows, scale));
                top += ROW;
            }
        }
        return Svg.canvas(width, bottom + FOOT, label, drawn);
    }

    /** How far below its top a group has its first change: beside the title where both have room. */
    private static double heading(Group group, Rows rows) {
        double beside =
                Svg.width(group.title()) + Svg.width(group.changes().getFirst().name());
        return beside + ROOM < rows.left() ? GAP : GAP + ROW;
    }

    private static List<Markup> change(Change change, double middle, Rows rows, Scale scale) {
        String hue = change.hue().css();
        double before = scale.at(change.before());
        double after = scale.at(change.after().point());
        List<Markup> drawn = new ArrayList<>();
        drawn.add(Svg.line(before, middle, after, middle, "joint " + hue));
        drawn.addAll(Rows.whisker(scale, change.after().interval(), middle, "whisker"));
        drawn.add(Svg.dot(before, middle, 4, "open " + hue));
        drawn.add(Svg.dot(after, middle, 5, "full " + hue));
        drawn.addAll(rows.ends(
                middle,
                change.name(),
                change.hue(),
                change.before(),
                change.after().point()));
        return drawn;
    }

    private static List<Markup> key(double left) {
        return List.of(
                Svg.dot(left + 5, 10.5, 4, "open wanted"),
                Svg.words(left + 16, 15, "tick", "today"),
                Svg.dot(left + 72, 10.5, 5, "full wanted"),
                Svg.words(left + 84, 15, "tick", "after"));
    }
}
