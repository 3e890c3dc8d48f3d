package org.dramatis.report.html;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Remedy;
import org.dramatis.audit.result.Standing;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.DotStrip;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.words.Figures;

/** What would help, beside doing nothing. */
record Remedies(AuditResult result) {
    private static final int STRIP = 150;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        if (result.remedies().isEmpty()) {
            return Markup.nothing();
        }
        double nothing = result.standings().stream()
                .filter(Standing::unwanted)
                .mapToDouble(standing -> standing.after().point())
                .sum();
        double highest = DoubleStream.concat(
                        DoubleStream.of(nothing),
                        result.remedies().stream()
                                .mapToDouble(
                                        remedy -> remedy.unwanted().interval().high()))
                .max()
                .orElse(1);
        return Section.titled(
                "What would help",
                Section.note(
                        "All that is unwanted, together, after training on the changed data. The upright line is the data as they"
                                + " are: " + FIGURES.weight(nothing) + "."),
                new DataTable(
                                "What would help",
                                List.of(
                                        Column.words("do"),
                                        Column.numbers("rows"),
                                        Column.words(""),
                                        Column.numbers("unwanted after")),
                                result.remedies().stream()
                                        .map(remedy -> row(remedy, nothing, highest))
                                        .toList())
                        .markup());
    }

    private static List<Markup> row(Remedy remedy, double nothing, double highest) {
        return List.of(
                Markup.text(remedy.what()),
                Markup.text(FIGURES.count(remedy.rows())),
                new DotStrip(Hue.UNWANTED, remedy.unwanted(), nothing, highest)
                        .drawn(STRIP)
                        .styled("strip"),
                Markup.text(FIGURES.weight(remedy.unwanted())));
    }
}
