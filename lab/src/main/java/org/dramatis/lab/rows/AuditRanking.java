package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.dramatis.audit.RowRanking;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;

/**
 * The audit's own ranking, of one pass over the rows.
 *
 * @param unwanted by their places in the cast
 * @param before who the assistant is today
 */
record AuditRanking(
        CastScorer scorer, Contexts contexts, SortedSet<Integer> unwanted, Weights before, Calibration calibration)
        implements Ranker {
    /** Nobody asks for the intervals here. */
    private static final int DRAWS = 0;

    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        ScoredData all =
                ScoredData.of(rows, scorer.evidence(rows), scorer.cast().size(), contexts);
        if (!all.unscored().isEmpty()) {
            Evidence.Unscorable first = all.unscored().getFirst();
            throw new IllegalArgumentException(
                    first.episode() + " cannot be scored: " + first.reason().detail());
        }
        return Map.of(
                Way.PUSH,
                places -> ranking(all.only(places)).pushes().stream()
                        .map(RowRanking.Pushed::push)
                        .toList(),
                Way.PROBABILITY,
                places -> {
                    RowRanking ranking = ranking(all.only(places));
                    return IntStream.range(0, places.size())
                            .mapToObj(ranking::logOdds)
                            .toList();
                });
    }

    private RowRanking ranking(ScoredData data) {
        TrainingAmount pass = TrainingAmount.of(
                data.ids().size(), Optional.empty(), TrainingAmount.USUAL_BATCH, calibration.learningRate());
        SelectionForecast selection = SelectionForecast.of(
                Prior.certain(before),
                data,
                contexts.asked(),
                pass,
                calibration.at(calibration.learningRate()),
                DRAWS,
                0);
        return RowRanking.of(data, selection, unwanted, 1, LogisticMap.AS_STATED);
    }
}
