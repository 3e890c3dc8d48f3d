package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Moment;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.picture.LineChart;
import org.dramatis.report.picture.LineChart.Line;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Prominence;

/** The weights on the way from today to the end of the training. */
record Journey(AuditResult result) {
    private static final int MOST = 7;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        if (result.trajectory().size() < 2) {
            return Markup.nothing();
        }
        List<Integer> shown = new Prominence(result).onTheWay(MOST);
        return Section.titled("On the way", Section.note(about(shown)), Section.figure(chart(shown), table(shown)));
    }

    private String about(List<Integer> shown) {
        int rest = result.standings().size() - shown.size();
        return "Weight of each persona over the training, with "
                + FIGURES.level(result.standings().getFirst().after().interval())
                + " intervals. Unwanted personas are red, and bold."
                + (rest == 0 ? "" : " Not drawn: " + FIGURES.count(rest, "persona") + " of less weight at every step.");
    }

    private LineChart chart(List<Integer> shown) {
        List<Line> lines = shown.stream().map(this::line).toList();
        return new LineChart(
                "Lines over the steps of the training: the weight of each persona, the numbers are in the table below",
                result.trajectory().stream().map(Moment::step).toList(),
                lines);
    }

    private Line line(int place) {
        return new Line(
                name(place),
                Hue.of(result.standings().get(place).unwanted()),
                result.trajectory().stream()
                        .map(moment -> moment.weights().get(place))
                        .toList());
    }

    private String name(int place) {
        return result.standings().get(place).persona().id().value();
    }

    private DataTable table(List<Integer> shown) {
        List<Column> columns = new ArrayList<>(List.of(Column.numbers("step")));
        shown.forEach(place -> columns.add(Column.numbers(name(place))));
        List<List<Markup>> rows = new ArrayList<>();
        for (Moment moment : result.trajectory()) {
            List<Markup> row = new ArrayList<>(List.of(Markup.text(FIGURES.count(moment.step()))));
            shown.forEach(
                    place -> row.add(Markup.text(FIGURES.weight(moment.weights().get(place)))));
            rows.add(row);
        }
        return new DataTable("The weights on the way", columns, rows);
    }
}
