package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.dramatis.audit.RowRanking;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;

/**
 * The audit's own ranking, of one pass over the rows.
 *
 * @param unwanted by their places in the cast
 * @param before who the assistant is today
 */
record AuditRanking(CastScorer scorer, SortedSet<Integer> unwanted, Weights before, Calibration calibration)
        implements Ranker {
    /** Nobody asks for the intervals here. */
    private static final int DRAWS = 0;

    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        List<Evidence> evidence = scorer.evidence(rows);
        return Map.of(
                Way.PUSH,
                places -> ranking(evidence, places).pushes().stream()
                        .map(RowRanking.Pushed::push)
                        .toList(),
                Way.PROBABILITY,
                places -> {
                    RowRanking ranking = ranking(evidence, places);
                    return IntStream.range(0, places.size())
                            .mapToObj(ranking::logOdds)
                            .toList();
                });
    }

    private RowRanking ranking(List<Evidence> evidence, List<Integer> places) {
        ScoredData data =
                ScoredData.of(places.stream().map(evidence::get).toList(), scorer.cast().size());
        if (!data.unscored().isEmpty()) {
            Evidence.Unscorable first = data.unscored().getFirst();
            throw new IllegalArgumentException(
                    first.episode() + " cannot be scored: " + first.reason().detail());
        }
        TrainingAmount pass = TrainingAmount.of(
                places.size(), Optional.empty(), TrainingAmount.USUAL_BATCH, calibration.learningRate());
        SelectionForecast selection = SelectionForecast.of(
                before, data, pass, calibration.at(calibration.learningRate()), DRAWS, 0);
        return RowRanking.of(data, selection, unwanted, 1);
    }
}
