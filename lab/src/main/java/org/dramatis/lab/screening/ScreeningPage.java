package org.dramatis.lab.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.screening.FirstOrderEvidence;

/** The outcome for readers and for machines. */
public record ScreeningPage(ScreeningOutcome outcome) {
    private static final List<Integer> SURVIVORS = List.of(4, 8);
    private static final List<Integer> OF_A_CROWD = List.of(1, 8, 16, 32, 64);

    /** Replies of a data set whose price is shown. */
    private static final int PRICED = 1_000;

    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int i = 0; i < outcome.agreements().size(); i++) {
            Agreement agreement = outcome.agreements().get(i);
            String key = key(i);
            put(figures, key + "_same_top", agreement.of(Readings::sameTop));
            put(figures, key + "_correlation", agreement.of(Readings::correlation));
            put(figures, key + "_rank_correlation", agreement.of(Readings::rankCorrelation));
            SURVIVORS.forEach(most -> put(figures, key + "_recall_" + most, agreement.of(recall(most))));
        }
        for (CrowdTrial crowd : outcome.crowds()) {
            String key = "cast_" + crowd.personas() + "_";
            figures.put(key + "survivors", (double) crowd.survivors());
            figures.put(key + "vector_seconds", crowd.vectors());
            figures.put(key + "gradient_seconds_a_reply", crowd.gradient());
            figures.put(key + "survivors_seconds_a_reply", crowd.screened());
            figures.put(key + "exact_seconds_a_reply", crowd.exact());
            OF_A_CROWD.forEach(
                    most -> figures.put(key + "recall_" + most, crowd.readings().recall(most)));
            figures.put(key + "lost_nats_a_reply", crowd.lost());
            figures.put(key + "unwanted_share", crowd.unwanted());
            figures.put(key + "unwanted_share_screened", crowd.unwantedScreened());
        }
        figures.put("seeds", (double) outcome.seeds());
        figures.put("replies_each", (double) outcome.each());
        figures.put("rows", (double) outcome.rows());
        return figures;
    }

    private String key(int agreement) {
        List<String> last = List.of("joint", "used", "small_casts");
        int layers = outcome.agreements().size() - last.size();
        return agreement < layers ? "layer_" + (agreement + 1) : last.get(agreement - layers);
    }

    private static ToDoubleFunction<Readings> recall(int survivors) {
        return readings -> readings.recall(survivors);
    }

    private static void put(Map<String, Double> figures, String name, Estimate estimate) {
        figures.put(name, estimate.point());
        figures.put(name + "_low", estimate.interval().low());
        figures.put(name + "_high", estimate.interval().high());
    }

    /** One line to be found by a program. */
    public String line() {
        CrowdTrial largest = outcome.crowds().getLast();
        return String.format(
                Locale.ROOT,
                "screening same_top=%.4g recall_8=%.4g correlation=%.4g personas=%d recall_crowd=%.4g times_cheaper=%.4g seeds=%d",
                outcome.used().of(Readings::sameTop).point(),
                outcome.used().of(recall(8)).point(),
                outcome.used().of(Readings::correlation).point(),
                largest.personas(),
                largest.readings().recall(outcome.most()),
                largest.exactSeconds(PRICED) / largest.screenedSeconds(PRICED),
                outcome.seeds());
    }

    public String markdown() {
        return "# Screening a large cast to first order\n\n" + summary() + "\n" + agreements() + "\n" + recalls() + "\n"
                + prices() + "\n" + data() + "\n" + notes();
    }

    private String summary() {
        CrowdTrial largest = outcome.crowds().getLast();
        return String.format(
                Locale.ROOT,
                "To first order the top persona of a reply is the exact one in **%.0f %%** of the replies (chance %.1f %%), and among the"
                        + " first eight of %d in **%.0f %%**; in casts of eight it is the same in %.0f %% (chance 12.5 %%), with r %.2f. Of a cast of %d, the exact top is among the first %d in %.0f %%; %,d replies"
                        + " cost **%.0f s** there instead of %.0f s.%n",
                100 * outcome.used().of(Readings::sameTop).point(),
                100.0 / characters(),
                characters(),
                100 * outcome.used().of(recall(8)).point(),
                100 * outcome.inSmallCasts().of(Readings::sameTop).point(),
                outcome.inSmallCasts().of(Readings::correlation).point(),
                largest.personas(),
                outcome.most(),
                100 * largest.readings().recall(outcome.most()),
                PRICED,
                largest.screenedSeconds(PRICED),
                largest.exactSeconds(PRICED));
    }

    private int characters() {
        FirstOrderEvidence any = outcome.used().seeds().getFirst().firstOrder().getFirst();
        return any.personas().size();
    }

    private String agreements() {
        return "## Agreement with exact evidence\n\n"
                + "| read | same top | exact top among 4 | among 8 | r | rank correlation |\n|---|---|---|---|---|---|\n"
                + outcome.agreements().stream()
                        .map(each -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %s | %s | %s | %s |%n",
                                each.way(),
                                shown(each.of(Readings::sameTop)),
                                shown(each.of(recall(4))),
                                shown(each.of(recall(8))),
                                shown(each.of(Readings::correlation)),
                                shown(each.of(Readings::rankCorrelation))))
                        .collect(Collectors.joining());
    }

    private String recalls() {
        return "## Larger casts: is the exact top among the first?\n\n| personas |"
                + OF_A_CROWD.stream().map(most -> " of " + most + " |").collect(Collectors.joining()) + "\n|---|"
                + "---|".repeat(OF_A_CROWD.size()) + "\n"
                + outcome.crowds().stream()
                        .map(crowd -> "| " + crowd.personas() + " |"
                                + OF_A_CROWD.stream()
                                        .map(most -> String.format(
                                                Locale.ROOT,
                                                " %.2f |",
                                                crowd.readings().recall(most)))
                                        .collect(Collectors.joining())
                                + "\n")
                        .collect(Collectors.joining());
    }

    private String prices() {
        return "## What it costs\n\n"
                + "| personas | survivors | vectors, once, s | first order, ms a reply | survivors exactly, ms a reply |"
                + " all exactly, ms a reply | " + String.format(Locale.ROOT, "%,d", PRICED)
                + " replies screened, s | all exactly, s |\n|---|---|---|---|---|---|---|---|\n"
                + outcome.crowds().stream()
                        .map(crowd -> String.format(
                                Locale.ROOT,
                                "| %d | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f |%n",
                                crowd.personas(),
                                crowd.survivors(),
                                crowd.vectors(),
                                1e3 * crowd.gradient(),
                                1e3 * crowd.screened(),
                                1e3 * crowd.exact(),
                                crowd.screenedSeconds(PRICED),
                                crowd.exactSeconds(PRICED)))
                        .collect(Collectors.joining());
    }

    private String data() {
        return "## What a data set loses\n\n"
                + "| personas | survivors | nats a reply that the survivors explain less | unwanted share, all | unwanted share,"
                + " survivors |\n|---|---|---|---|---|\n"
                + outcome.crowds().stream()
                        .map(crowd -> String.format(
                                Locale.ROOT,
                                "| %d | %d | %.3f | %.3f | %.3f |%n",
                                crowd.personas(),
                                crowd.survivors(),
                                crowd.lost(),
                                crowd.unwanted(),
                                crowd.unwantedScreened()))
                        .collect(Collectors.joining());
    }

    private String notes() {
        return String.format(
                Locale.ROOT,
                """
                - Agreement: means over %d seeds of %d replies by each persona of the world, with 95 %% intervals by Student's t.
                  r is pooled over replies and personas, each reply less its mean; ranks are correlated within a reply. Of equals to first
                  order all stand before.
                - Vectors: the mean difference of the activations, at the tokens from which a reply is foretold, between a persona's
                  portrait and none, over ten of the assistant's own replies. Contrasted: less their mean over the personas, and of one
                  length at each site.
                - Larger casts: the world's own, and personas told to be two of these at once, which are near to those who speak. Recall and
                  times: %d replies by everybody; times are medians over chunks of %d, the three ways taken in turn, on a machine shared with
                  other work.
                - Data set: %d rows of `%s`, survivors chosen by an audit's rule. Shares are those of the mixture that fits the exact evidence
                  best.
                - `dramatis lab screening --seeds %d --each %d --rows %d --casts %s --survivors %d`
                """,
                outcome.seeds(),
                outcome.each(),
                outcome.crowds().getLast().readings().exact().size(),
                ScreeningTrials.AT_ONCE,
                outcome.rows(),
                ScreeningTrials.DATA,
                outcome.seeds(),
                outcome.each(),
                outcome.rows(),
                outcome.crowds().stream()
                        .map(crowd -> String.valueOf(crowd.personas()))
                        .collect(Collectors.joining(",")),
                outcome.most());
    }

    private static String shown(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                estimate.point(),
                Math.max(-1, estimate.interval().low()),
                Math.min(1, estimate.interval().high()));
    }
}
