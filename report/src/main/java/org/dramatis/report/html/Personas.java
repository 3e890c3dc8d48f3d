package org.dramatis.report.html;

import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Standing;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.BarChart;
import org.dramatis.report.picture.BarChart.Bar;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Prominence;

/** Who the assistant is today and who it would be. */
record Personas(AuditResult result) {
    private static final int MOST = 16;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        Prominence prominence = new Prominence(result);
        List<Bar> bars = prominence.inATable(MOST).stream()
                .map(result.standings()::get)
                .map(Personas::bar)
                .toList();
        int rest = result.standings().size() - bars.size();
        return Section.titled(
                "Today and after",
                Section.note("The weight of each persona in the assistant, by what it would be after the training."
                        + (rest == 0 ? "" : " " + FIGURES.count(rest, "persona") + " of little weight: in the table.")),
                Section.figure(
                        new BarChart(
                                "Two bars for each persona: its weight today and after the training, the numbers are in the table"
                                        + " below",
                                bars),
                        table(prominence.byWeight())),
                Section.note(
                        "Evidence: nats that a reply says for the persona against the assistant of today, on average. Share: of"
                                + " the data that it explains. By Bayes: the weight after as Bayes\u2019 rule has it, for one character"
                                + " behind all data; it never saturates. Where the two ends differ much, trust neither too far."));
    }

    private static Bar bar(Standing standing) {
        return new Bar(
                standing.persona().id().value(),
                Hue.of(standing.unwanted()),
                standing.before().point(),
                standing.after());
    }

    private DataTable table(List<Integer> places) {
        return new DataTable(
                "All personas",
                List.of(
                        Column.words("persona"),
                        Column.numbers("today"),
                        Column.numbers("evidence"),
                        Column.numbers("share"),
                        Column.numbers("after"),
                        Column.numbers("by Bayes")),
                places.stream().map(result.standings()::get).map(Personas::row).toList());
    }

    private static List<Markup> row(Standing standing) {
        return List.of(
                Markup.several(
                        Markup.element("span")
                                .styled(standing.unwanted() ? "unwanted" : "wanted")
                                .saying(standing.persona().id().value()),
                        Markup.element("span").styled("tag").saying(standing.unwanted() ? "unwanted" : ""),
                        Markup.element("small").saying(standing.persona().portrait())),
                Markup.text(FIGURES.weight(standing.before())),
                Markup.text(FIGURES.nats(standing.evidence())),
                Markup.text(FIGURES.weight(standing.share())),
                Markup.text(FIGURES.weight(standing.after())),
                Markup.text(FIGURES.weight(standing.tempered())));
    }
}
