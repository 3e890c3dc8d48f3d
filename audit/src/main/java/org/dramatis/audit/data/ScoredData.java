package org.dramatis.audit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.audit.context.Contexts;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.PreferencePairs;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.WeightedReplies;

/**
 * What a data set says about a cast.
 *
 * @param ids of the episodes that were scored, in order
 * @param evidence of the replies that are to be learnt: one row an episode
 * @param rejected evidence of the replies that are to be avoided, where the data are pairs
 * @param contexts of the episodes
 * @param chats which episodes are of one chat
 * @param rows that were scored
 * @param episodes in them, also those without a score
 */
public record ScoredData(
        List<EpisodeId> ids,
        EvidenceMatrix evidence,
        Optional<EvidenceMatrix> rejected,
        ContextFeatures contexts,
        Clusters chats,
        long rows,
        long episodes,
        List<Evidence.Unscorable> unscored) {
    /** How strongly a pair's margin counts, as most trainers have it. */
    private static final double USUAL_BETA = .1;

    public ScoredData {
        ids = List.copyOf(ids);
        unscored = List.copyOf(unscored);
        if (ids.size() != evidence.rows()) {
            throw new IllegalArgumentException(ids.size() + " ids for evidence of " + evidence.rows() + " episodes");
        }
    }

    /**
     * Replies that were scored, each by itself.
     *
     * @throws IllegalArgumentException when none could be
     */
    public static ScoredData of(List<Episode> episodes, List<Evidence> evidence, int personas, Contexts contexts) {
        EvidenceMatrixBuilder rows = EvidenceMatrix.builder(personas);
        List<EpisodeId> ids = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        List<Evidence.Unscorable> unscored = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            switch (evidence.get(i)) {
                case Evidence.Scored scored -> {
                    rows.add(scored.logLikelihoods());
                    ids.add(scored.episode());
                    features.add(contexts.of(episodes.get(i).context()));
                }
                case Evidence.Unscorable reason -> unscored.add(reason);
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("of " + evidence.size() + " replies none could be scored"
                    + (unscored.isEmpty()
                            ? ""
                            : "; the first: " + unscored.getFirst().reason().detail()));
        }
        return new ScoredData(
                ids,
                rows.build(),
                Optional.empty(),
                ContextFeatures.of(features),
                Clusters.single(ids.size()),
                evidence.size(),
                evidence.size(),
                unscored);
    }

    /** What training on the data asks of the weights. */
    public TrainingSignal signal(Weights prior) {
        return rejected.<TrainingSignal>map(other -> new PreferencePairs(evidence, other, USUAL_BETA, prior))
                .orElseGet(() -> WeightedReplies.supervised(evidence));
    }

    /** The data without some episodes, given by their places. */
    public ScoredData without(Set<Integer> places) {
        return only(IntStream.range(0, ids.size())
                .filter(place -> !places.contains(place))
                .boxed()
                .toList());
    }

    /** Some of the episodes, in the order of their places here. */
    public ScoredData only(List<Integer> kept) {
        return new ScoredData(
                kept.stream().map(ids::get).toList(),
                some(evidence, kept),
                rejected.map(other -> some(other, kept)),
                contexts.some(kept),
                clusters(kept.stream().map(chats::of).toList()),
                rows,
                episodes,
                unscored);
    }

    /**
     * The data with some episodes, given by their places, saying nothing of who speaks: every persona finds them equally likely, so
     * that training on them takes its time and moves no weight.
     */
    public ScoredData silenced(Set<Integer> places) {
        return new ScoredData(
                ids,
                silenced(evidence, places),
                rejected.map(other -> silenced(other, places)),
                contexts,
                chats,
                rows,
                episodes,
                unscored);
    }

    /** The places of the episodes that say something of who speaks: not every persona finds them equally likely. */
    public List<Integer> telling() {
        return IntStream.range(0, ids.size()).filter(this::tells).boxed().toList();
    }

    private boolean tells(int place) {
        LogVector row = evidence.row(place);
        return IntStream.range(1, row.size()).anyMatch(k -> row.at(k) != row.at(0));
    }

    private static EvidenceMatrix silenced(EvidenceMatrix evidence, Set<Integer> places) {
        LogVector nothing = LogVector.of(new double[evidence.personas()]);
        EvidenceMatrixBuilder rows = EvidenceMatrix.builder(evidence.personas());
        for (int row = 0; row < evidence.rows(); row++) {
            rows.add(places.contains(row) ? nothing : evidence.row(row));
        }
        return rows.build();
    }

    /** Which rows carry the same name, whatever the names are. */
    static <N> Clusters clusters(List<N> names) {
        Map<N, Integer> numbers = new LinkedHashMap<>();
        return Clusters.of(names.stream()
                .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
                .toArray());
    }

    private static EvidenceMatrix some(EvidenceMatrix evidence, List<Integer> places) {
        EvidenceMatrixBuilder rows = EvidenceMatrix.builder(evidence.personas());
        places.forEach(place -> rows.add(evidence.row(place)));
        return rows.build();
    }
}
