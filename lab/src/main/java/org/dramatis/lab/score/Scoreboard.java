package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dramatis.lab.experiment.Group;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.forecast.Forecaster.Method;

/**
 * All ways to forecast, side by side.
 *
 * @param field the rates of the forecast
 * @param scores the forecast at the pilots' rates first; then at one rate for all, and at rates of
 *     other families; then the rivals
 */
record Scoreboard(Selections field, List<Case> cases, List<Score> scores) {
    Scoreboard {
        cases = List.copyOf(cases);
        scores = List.copyOf(scores);
    }

    private static final String BEFORE = "before";
    private static final String POOLED = "pooled";
    private static final String LEFT_OUT = "left_out";
    private static final String NO_CHANGE = "no_change";

    private record Behaviour(Group group, int persona) {}

    /** @param rivals where the model's activations can be read */
    static Scoreboard of(Outcome outcome, Optional<Rivals> rivals) {
        List<Case> cases = Case.of(outcome);
        Emergence emergence = Emergence.beside(cases);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                "**forecast**, at the rate of pilots",
                BEFORE,
                cases.stream().map(one -> one.shift(one.trial().forecast())).toList()));
        Selections field = new Selections(outcome, Method.FIELD);
        columns.add(field.pooled("at one rate for all", POOLED, cases));
        if (Score.families(cases) > 1) {
            columns.add(field.leftOut("at the rate of other families", LEFT_OUT, cases));
            columns.addAll(rivals(outcome, cases, rivals));
        }
        columns.add(new Column("nothing changes", NO_CHANGE, Collections.nCopies(cases.size(), 0.0)));
        return new Scoreboard(
                field,
                cases,
                columns.stream()
                        .map(column -> Score.of(column, cases, emergence))
                        .toList());
    }

    private static List<Column> rivals(Outcome outcome, List<Case> cases, Optional<Rivals> rivals) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Regression(one -> new Behaviour(one.group(), one.persona()), one -> Optional.empty())
                .column("base rate of the behaviour", "base_rate", cases));
        columns.add(
                new Selections(outcome, Method.BAYES).leftOut("tempered Bayes, one character for all", "bayes", cases));
        columns.add(new Selections(outcome, Method.CONTEXT_FREE)
                .leftOut("selection free of context", "context_free", cases));
        rivals.ifPresent(known -> {
            columns.add(new Regression(one -> new Behaviour(one.group(), one.persona()), once(known::distance))
                    .column("distance from the centre of the data", "centroid", cases));
            columns.add(new Regression(one -> "all", once(known::projection))
                    .column("projection on persona vectors", "projection", cases));
            columns.add(new Regression(one -> "all", once(known::influence))
                    .column("gradient influence of the first step", "gradient", cases));
        });
        return columns;
    }

    /** The looks of a training share a score. */
    private static Function<Case, Optional<Double>> once(Function<Case, Optional<Double>> score) {
        record Key(Trial trial, Group group, int persona) {}
        Map<Key, Optional<Double>> known = new HashMap<>();
        return one -> known.computeIfAbsent(new Key(one.trial(), one.group(), one.persona()), _ -> score.apply(one));
    }

    Score before() {
        return score(BEFORE);
    }

    Score pooled() {
        return score(POOLED);
    }

    /** At rates of other families; at one rate for all where there are none. */
    Score leftOut() {
        return score(families() > 1 ? LEFT_OUT : POOLED);
    }

    Score noChange() {
        return score(NO_CHANGE);
    }

    long families() {
        return Score.families(cases);
    }

    private Score score(String key) {
        return scores.stream()
                .filter(score -> score.column().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
