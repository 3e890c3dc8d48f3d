package org.dramatis.lab.experiment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.lab.posttrain.Posttraining.Look;

/** An outcome, for readers and for machines. */
public record ExperimentPage(Outcome outcome) {
    private static final double LEVEL = .95;

    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (outcome.correlation() instanceof Measured.Known<Double>(Double r)) {
            figures.put("r", r);
        }
        figures.put("rmse", outcome.error());
        figures.put("rmse_no_change", outcome.errorOfNoChange());
        outcome.rises().brier().ifPresent(brier -> {
            figures.put("brier_of_rise", brier.score());
            figures.put("brier_of_base_rate", brier.uncertainty());
        });
        figures.put("seeds", (double) outcome.settings().seeds());
        figures.put("runs", (double) outcome.trials().size());
        return figures;
    }

    /** One line to be found by a program. */
    public String line() {
        return outcome.experiment().name() + " "
                + figures().entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + String.format(Locale.ROOT, "%.4g", figure.getValue()))
                        .collect(Collectors.joining(" "));
    }

    public String markdown() {
        Estimate rate = outcome.rate().estimate(LEVEL);
        return "# " + outcome.experiment().claim() + "\n\n"
                + String.format(
                        Locale.ROOT,
                        "Over %d real trainings the forecast shifts and the observed ones correlate with **r = %s**; the error is **%.3f**,"
                                + " that of saying that nothing changes %.3f.%n%n",
                        outcome.trials().size(),
                        outcome.correlation() instanceof Measured.Known<Double>(Double r)
                                ? String.format(Locale.ROOT, "%.3f", r)
                                : "none",
                        outcome.error(),
                        outcome.errorOfNoChange())
                + "How probable the answers of a persona are to the bare assistant, among one answer of each persona, on questions that no "
                + "data set has: before training, after it as forecast, after it as observed.\n\n"
                + table()
                + reliability()
                + String.format(
                        Locale.ROOT,
                        "%n- The forecast was written down before its training began. One rate for all, %.3g (%.3g-%.3g), fitted to the"
                                + " trainings of %s.%n- %d steps of %d rows at a learning rate of %.0e, all weights; %d seeds of data and order.%n",
                        rate.point(),
                        rate.interval().low(),
                        rate.interval().high(),
                        String.join(" and ", outcome.experiment().pilots()),
                        outcome.settings().steps(),
                        outcome.settings().batch(),
                        outcome.settings().rate(),
                        outcome.settings().seeds())
                + "- `dramatis lab experiment " + outcome.experiment().name() + "`\n";
    }

    /** The picture lies beside the page, under its name. */
    private String reliability() {
        return outcome.rises()
                .brier()
                .map(brier -> String.format(
                        Locale.ROOT,
                        "%nHow probable the forecasts made it that the answers of a persona rise by more than a tenth by the end, and how often they"
                                + " did. What probability goes with a shift is learnt from the other data sets. Brier score %.3f, of always saying how"
                                + " often they rise %.3f.%n%n![Reliability](%s.svg)%n",
                        brier.score(),
                        brier.uncertainty(),
                        outcome.experiment().name()))
                .orElse("");
    }

    private String table() {
        StringBuilder table = new StringBuilder(
                "| data | seed | asked about | persona | before | forecast | observed |\n|---|---|---|---|---|---|---|\n");
        for (Trial trial : outcome.trials()) {
            for (Group group : Group.values()) {
                List<Integer> probes = outcome.start().places(group, outcome.trained(trial));
                if (!probes.isEmpty()) {
                    for (int persona : moved(trial, probes)) {
                        table.append(row(trial, group, probes, persona));
                    }
                }
            }
        }
        return table.toString();
    }

    /** The two personas whose answers moved most. */
    private List<Integer> moved(Trial trial, List<Integer> probes) {
        return IntStream.range(0, outcome.start().world().personas().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer persona) ->
                        -Math.abs(Trial.mean(trial.observed().getLast(), probes, persona)
                                - Trial.mean(trial.observed().getFirst(), probes, persona))))
                .limit(2)
                .toList();
    }

    private String row(Trial trial, Group group, List<Integer> probes, int persona) {
        Look before = trial.observed().getFirst();
        Look foretold = trial.forecast().getLast();
        Look observed = trial.observed().getLast();
        PersonaId id = outcome.start().world().personas().get(persona).id();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %.2f | %.2f | %.2f |%n",
                trial.recipe(),
                trial.seed(),
                group,
                id,
                Trial.mean(before, probes, persona),
                Trial.mean(foretold, probes, persona),
                Trial.mean(observed, probes, persona));
    }
}
