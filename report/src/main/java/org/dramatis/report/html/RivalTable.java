package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.audit.result.Rivals;
import org.dramatis.core.number.Measured;
import org.dramatis.report.html.DataTable.Column;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;

/** All behaviours, the forecast beside those that are cheaper; of these the ones that nobody could make have no column. */
record RivalTable(List<BehaviourForecast> behaviours) {
    private static final Figures FIGURES = Figures.TYPESET;

    /** A forecast that may be missing, and how its numbers are written. */
    private record Rival(String title, Function<Rivals, Measured<Double>> value, Function<Double, String> written) {
        String of(BehaviourForecast behaviour) {
            return switch (value.apply(behaviour.rivals())) {
                case Measured.Known<Double>(Double known) -> written.apply(known);
                case Measured.Unmeasurable<Double> _ -> "\u2013";
            };
        }

        boolean isKnown(BehaviourForecast behaviour) {
            return value.apply(behaviour.rivals()) instanceof Measured.Known<Double>;
        }
    }

    private static final List<Rival> RIVALS = List.of(
            new Rival("base rate", Rivals::baseRate, FIGURES::weight),
            new Rival("distance", Rivals::centroid, FIGURES::significant),
            new Rival("projection", Rivals::projection, FIGURES::push));

    DataTable markup() {
        List<Rival> shown = RIVALS.stream()
                .filter(rival -> behaviours.stream().anyMatch(rival::isKnown))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("about"),
                Column.words("behaviour"),
                Column.numbers("probes"),
                Column.numbers("today"),
                Column.numbers("after"),
                Column.numbers("Bayes")));
        shown.forEach(rival -> columns.add(Column.numbers(rival.title())));
        return new DataTable(
                "All behaviours",
                columns,
                behaviours.stream().map(behaviour -> row(behaviour, shown)).toList());
    }

    private static List<Markup> row(BehaviourForecast behaviour, List<Rival> shown) {
        List<Markup> row = new ArrayList<>(List.of(
                Markup.text(behaviour.about()),
                name(behaviour),
                Markup.text(FIGURES.count(behaviour.probes())),
                Markup.text(FIGURES.weight(behaviour.before())),
                Markup.text(FIGURES.weight(behaviour.after())),
                Markup.text(FIGURES.weight(behaviour.rivals().tempered()))));
        shown.forEach(rival -> row.add(Markup.text(rival.of(behaviour))));
        return row;
    }

    private static Markup name(BehaviourForecast behaviour) {
        Markup name = Markup.text(behaviour.behaviour());
        return behaviour
                .sampled()
                .map(judged -> Markup.several(
                        name,
                        Markup.element("small")
                                .saying("of " + FIGURES.count(judged.replies(), "reply") + ", those that "
                                        + judged.scorer())))
                .orElse(name);
    }
}
