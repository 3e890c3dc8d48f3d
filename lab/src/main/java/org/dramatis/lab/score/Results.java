package org.dramatis.lab.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.calibration.Reliability;
import org.dramatis.core.forecast.Baselines;
import org.dramatis.core.number.Measured;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.experiment.Outcome;

/** What came of an experiment: for readers, for machines, and for forecasts of other data. */
public final class Results {
    private static final double LEVEL = .95;
    private static final int BINS = 10;

    private final Outcome outcome;
    private final Scoreboard board;

    private Results(Outcome outcome, Scoreboard board) {
        this.outcome = outcome;
        this.board = board;
    }

    /** @param model whose activations and gradients cheap rivals read, where they can be read */
    public static Results of(Outcome outcome, ChatModel model) {
        return new Results(
                outcome,
                Scoreboard.of(
                        outcome,
                        model.inside().map(inside -> new Rivals(new Impressions(model, inside), outcome.start()))));
    }

    /** A dot of a picture: what was forecast at the end of a training, and what was observed. */
    public record Dot(double forecast, double observed, boolean unwanted) {}

    public List<Dot> dots() {
        var world = outcome.start().world();
        return IntStream.range(0, board.cases().size())
                .filter(i -> board.cases().get(i).isLast())
                .mapToObj(i -> new Dot(
                        board.leftOut().column().shifts().get(i),
                        board.cases().get(i).observed(),
                        world.unwanted()
                                .contains(world.personas()
                                        .get(board.cases().get(i).persona())
                                        .id())))
                .toList();
    }

    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "", board.pooled());
        figures.put("rmse_no_change", board.noChange().error());
        figures.put("seeds", (double) outcome.seeds());
        figures.put("runs", (double) outcome.trials().size());
        figures.put("sets", (double) outcome.experiment().families().stream()
                .mapToInt(family -> family.sets().size())
                .sum());
        for (Score score : board.scores()) {
            put(figures, "_" + score.column().key(), score);
        }
        return figures;
    }

    private static void put(Map<String, Double> figures, String suffix, Score score) {
        if (score.correlation() instanceof Measured.Known<Double>(Double r)) {
            figures.put("r" + suffix, r);
        }
        figures.put("rmse" + suffix, score.error());
        if (score.auroc() instanceof Measured.Known<Double>(Double auroc)) {
            figures.put("auroc" + suffix, auroc);
        }
        score.ends().ifPresent(ends -> {
            figures.put("brier" + suffix, ends.brier());
            figures.put("coverage" + suffix, ends.coverage());
            figures.put("reach" + suffix, ends.reach());
        });
    }

    /** One line to be found by a program. */
    public String line() {
        return outcome.experiment().name() + " "
                + figures().entrySet().stream()
                        .limit(10)
                        .map(figure -> figure.getKey() + "=" + String.format(Locale.ROOT, "%.4g", figure.getValue()))
                        .collect(Collectors.joining(" "));
    }

    public String markdown() {
        return new ResultsPage(outcome, board).text();
    }

    /** How fast training moves who speaks and how forecasts fared, for forecasts of other data. */
    public Calibration calibration() {
        Course course = outcome.experiment().courses().getFirst();
        return new Calibration(
                outcome.start().world().name() + "-" + outcome.experiment().name(),
                outcome.trials().size() + " trainings on "
                        + outcome.experiment().families().size() + " families of data sets, " + outcome.seeds()
                        + " seeds each; " + course.about(),
                board.field().fitted(course).estimate(LEVEL),
                course.rate(),
                LogisticMap.AS_STATED,
                record(),
                Ends.band(board.leftOut().column(), board.cases()),
                baseRates());
    }

    /** How probable rises were said to be, and how often they came; nothing where there is but one family. */
    public Optional<TrackRecord> record() {
        return board.families() < 2
                ? Optional.empty()
                : Optional.of(TrackRecord.of(
                        "a behaviour rises by more than a tenth",
                        outcome.trials().size() + " trainings on "
                                + board.families()
                                + " families of data sets, what probability goes with a shift being learnt from the other families",
                        Reliability.of(Ends.rises(board.leftOut().column(), board.cases()), BINS)));
    }

    private SortedMap<String, Double> baseRates() {
        return Baselines.baseRates(board.cases().stream()
                .filter(Case::isLast)
                .map(one -> new Baselines.ObservedShift(
                        outcome.start()
                                .world()
                                .personas()
                                .get(one.persona())
                                .id()
                                .value(),
                        one.observed()))
                .toList());
    }
}
