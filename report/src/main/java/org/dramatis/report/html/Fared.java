package org.dramatis.report.html;

import java.util.List;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.ReliabilityChart;
import org.dramatis.report.words.Figures;

/** How well such forecasts fared in real trainings, where somebody looked. */
record Fared(Calibration calibration) {
    private static final double LEVEL = .95;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        return calibration.record().map(this::section).orElseGet(Markup::nothing);
    }

    private Markup section(TrackRecord record) {
        return Section.titled(
                "How such forecasts fared",
                Section.note(
                        "Forecasts by calibration " + calibration.name() + " that " + record.event() + ", held against "
                                + record.trainings() + ". Each dot is the forecasts of about one size, "
                                + FIGURES.count(record.count())
                                + " in all; on the dashed line a forecast means what it says. Bars below: how many they were."),
                Section.figure(
                        new ReliabilityChart(
                                "A dot for forecasts of about one size: how probable they said it was, and how often it happened,"
                                        + " the numbers are in the table below",
                                record),
                        table(record)));
    }

    private static DataTable table(TrackRecord record) {
        return new DataTable(
                "How such forecasts fared",
                List.of(Column.numbers("forecast"), Column.numbers("happened"), Column.numbers("forecasts")),
                record.bins().stream()
                        .map(bin -> List.of(
                                Markup.text(FIGURES.weight(bin.predicted())),
                                Markup.text(FIGURES.weight(bin.share(LEVEL))),
                                Markup.text(FIGURES.count(bin.count()))))
                        .toList());
    }
}
