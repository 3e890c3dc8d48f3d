package org.dramatis.lab.rows;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.number.Estimate;

/**
 * How well wrong rows were found, for readers and for machines.
 *
 * @param rows of each mixture
 */
public record RowsPage(RowsOutcome outcome, int rows) {
    private static final Mixture HARDEST = new Mixture(Mixture.Kind.SUBTLE, 2);

    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Mixture mixture : Mixture.ALL) {
            put(figures, "ap_" + mixture.key(), outcome.averagePrecision(mixture, Way.PUSH));
            put(figures, "recall_" + mixture.key(), outcome.recall(mixture, Way.PUSH));
            put(figures, "brier_" + mixture.key(), outcome.brierAsComputed(mixture));
            for (Way way : Way.values()) {
                String name = way.key() + "_" + mixture.key();
                put(figures, "ap_" + name, outcome.averagePrecision(mixture, way));
                put(figures, "recall_" + name, outcome.recall(mixture, way));
                put(figures, "brier_mapped_" + name, outcome.brier(mixture, way));
            }
        }
        for (Way way : Way.values()) {
            figures.put(
                    "rows_per_second_" + way.key(), outcome.rowsPerSecond(way).point());
        }
        figures.put("slope", map().slope());
        figures.put("intercept", map().intercept());
        figures.put("rows", (double) rows);
        figures.put("seeds", (double) outcome.seeds().size());
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, Estimate estimate) {
        figures.put(name, estimate.point());
        figures.put(name + "_low", estimate.interval().low());
        figures.put(name + "_high", estimate.interval().high());
    }

    /** From the audit's log-odds to a probability, fitted to all that was measured. */
    public LogisticMap map() {
        return new MappedScores(outcome.trials(), Way.PROBABILITY).map();
    }

    /** One line to be found by a program. */
    public String line() {
        Map<String, Double> shown = new LinkedHashMap<>();
        for (Mixture mixture : Mixture.ALL) {
            shown.put(
                    "ap_" + mixture.key(),
                    outcome.averagePrecision(mixture, Way.PUSH).point());
            shown.put(
                    "recall_" + mixture.key(), outcome.recall(mixture, Way.PUSH).point());
            shown.put("brier_" + mixture.key(), outcome.brierAsComputed(mixture).point());
        }
        shown.put("rows_per_second", outcome.rowsPerSecond(Way.PUSH).point());
        shown.put("seeds", (double) outcome.seeds().size());
        return "rows "
                + shown.entrySet().stream()
                        .map(each -> each.getKey() + "=" + String.format(Locale.ROOT, "%.4g", each.getValue()))
                        .collect(Collectors.joining(" "));
    }

    public String markdown() {
        return "# Which rows: wrong ones among right ones\n\n" + summary() + "\n" + table() + "\n" + speakers() + "\n"
                + reliability() + "\n" + notes();
    }

    private String summary() {
        Way best = Way.BASELINES.stream()
                .max(Comparator.comparingDouble(
                        way -> outcome.averagePrecision(HARDEST, way).point()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "Where %d %% of the rows are subtly wrong, the audit's probability finds **%.0f %%** of them while it mistakes 1 %% of the"
                        + " others, with an average precision of **%.2f**, its push %.0f %% with %.2f; the best of the rivals, %s, finds"
                        + " %.0f %% with %.2f, random order %.0f %% with %.2f.%n",
                HARDEST.percent(),
                100 * outcome.recall(HARDEST, Way.PROBABILITY).point(),
                outcome.averagePrecision(HARDEST, Way.PROBABILITY).point(),
                100 * outcome.recall(HARDEST, Way.PUSH).point(),
                outcome.averagePrecision(HARDEST, Way.PUSH).point(),
                best,
                100 * outcome.recall(HARDEST, best).point(),
                outcome.averagePrecision(HARDEST, best).point(),
                100 * outcome.recall(HARDEST, Way.RANDOM).point(),
                outcome.averagePrecision(HARDEST, Way.RANDOM).point());
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("| wrong rows | ranked by | average precision | recall at one percent false positives"
                        + " | Brier score | rows/s |\n|---|---|---|---|---|---|\n");
        for (Mixture mixture : Mixture.ALL) {
            for (Way way : Way.values()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s |%n",
                        mixture,
                        way,
                        shown(3, outcome.averagePrecision(mixture, way)),
                        shown(2, outcome.recall(mixture, way)),
                        shown(4, outcome.brier(mixture, way)),
                        way == Way.RANDOM
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%.0f",
                                        outcome.rowsPerSecond(way).point())));
            }
        }
        return table.toString();
    }

    /** How many are found of each who says wrong rows. */
    private String speakers() {
        return "By who says them, the push finds at 1 % false positives: "
                + List.of(Mixture.Kind.values()).stream()
                        .map(kind -> new Mixture(kind, 10))
                        .flatMap(mixture -> outcome.wrongSpeakers(mixture).stream()
                                .map(speaker -> speaker + " " + shown(2, outcome.recall(mixture, Way.PUSH, speaker))))
                        .collect(Collectors.joining(", "))
                + " (where 10 % are wrong).\n";
    }

    private String reliability() {
        List<RowTrial> trials = outcome.trials();
        MappedScores mapped = new MappedScores(trials, Way.PROBABILITY);
        return "## Does the probability mean what it says?\n\n"
                + Mixture.ALL.stream()
                        .map(mixture -> mixture + ": Brier score "
                                + shown(4, outcome.brierAsComputed(mixture)) + " as computed, "
                                + shown(4, outcome.brier(mixture, Way.PROBABILITY)) + " through a map, "
                                + String.format(
                                        Locale.ROOT,
                                        "%.4f",
                                        mixture.percent() / 100.0 * (1 - mixture.percent() / 100.0))
                                + " of always saying the base rate")
                        .collect(Collectors.joining(". ", "", ".\n\n"))
                + "| stated | rows | on average | of them wrong | rows, mapped | on average | of them wrong |\n"
                + "|---|---|---|---|---|---|---|\n"
                + bands(
                        probabilities(
                                trials,
                                trial -> MappedScores.through(RowsOutcome.AS_COMPUTED, trial.by(Way.PROBABILITY))),
                        probabilities(trials, mapped::of));
    }

    private static List<Labelled> probabilities(List<RowTrial> trials, Function<RowTrial, List<Labelled>> stated) {
        return trials.stream().flatMap(trial -> stated.apply(trial).stream()).toList();
    }

    private static String bands(List<Labelled> computed, List<Labelled> mapped) {
        ReliabilityBands left = ReliabilityBands.of(computed);
        ReliabilityBands right = ReliabilityBands.of(mapped);
        return ReliabilityBands.EDGES.stream()
                .map(from -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s |%n",
                        ReliabilityBands.name(from),
                        cells(left, from),
                        cells(right, from)))
                .collect(Collectors.joining());
    }

    private static String cells(ReliabilityBands all, double from) {
        return all.from(from)
                .map(band -> String.format(
                        Locale.ROOT,
                        "%,d | %.4f | %s",
                        band.wrong().trials(),
                        band.meanStated(),
                        shown(4, band.wrong().wilson(.95))))
                .orElse("0 | | ");
    }

    private String notes() {
        return String.format(
                Locale.ROOT,
                """
                - Means over %d seeds, with 95 %% intervals by Student's t; each mixture has %,d rows. Right rows are by helpful, expert,
                  cautious, open and at-ease; obvious ones by malicious, rude, paperclip and incompetent, subtle ones by saboteur and
                  manipulative. The mixtures of a seed share their right rows, and each row is scored once.
                - Brier scores in the first table are of probabilities that a logistic map makes of the scores, fitted to other mixtures and
                  other seeds only. Of the audit's log-odds the map fitted to all has slope %.3f and intercept %.3f.
                - Equal scores count together: a threshold takes all of them or none.
                - Gradient influence: the product of the row's gradient with the mean one of unwanted answers to the probes of the world, by
                  biases added to the residual stream after each layer. Embedding distance: from the centre of the data, of the mean
                  activation of the reply after the middle layer. Loss: nats a token.
                - Rows a second: what is read of each row, on a machine shared with other work; who the assistant is, and the gradients of
                  the answers, are found once before. Intervals of the second table take rows as independent.
                - `dramatis lab rows --seeds %d --rows %d`
                """,
                outcome.seeds().size(),
                rows,
                map().slope(),
                map().intercept(),
                outcome.seeds().size(),
                rows);
    }

    private static String shown(int decimals, Estimate estimate) {
        String number = "%." + decimals + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + "-" + number + ")",
                estimate.point(),
                Math.max(0, estimate.interval().low()),
                Math.min(1, estimate.interval().high()));
    }
}
