package org.dramatis.audit.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.store.data.Origin;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * Scores the rows of a data set as they come. What is kept of a row is its evidence and where it stands, not its text.
 *
 * <p>Replies and texts are to be learnt as they are, of pairs the one rather than the other: a data set has one of the two.
 */
public final class DataScorer {
    /** Rows that are scored together. */
    private static final int AT_ONCE = 32;

    private final CastScorer scorer;
    private final Contexts contexts;
    private final Turns turns;
    private final EvidenceMatrixBuilder wanted;
    private final EvidenceMatrixBuilder avoided;
    private final List<double[]> features = new ArrayList<>();
    private final List<EpisodeId> ids = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Evidence.Unscorable> unscored = new ArrayList<>();
    private long rows;
    private long episodes;
    private long pairs;

    public DataScorer(CastScorer scorer, Contexts contexts, Turns turns) {
        this.scorer = scorer;
        this.contexts = contexts;
        this.turns = turns;
        this.wanted = EvidenceMatrix.builder(scorer.cast().size());
        this.avoided = EvidenceMatrix.builder(scorer.cast().size());
    }

    /** @throws IllegalArgumentException when no episode can be scored, or some rows are pairs and some are not */
    public ScoredData score(Iterator<Row> all, Watcher watcher) {
        List<Learnt> some = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && all.hasNext()) {
            Row row = all.next();
            rows++;
            some.addAll(episodes(row));
            if (some.size() >= AT_ONCE || !all.hasNext()) {
                goesOn = watcher.goesOn(rows, score(some));
                some.clear();
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(
                    rows == 0
                            ? "the data have no row that can be used"
                            : "of " + episodes + " episodes none could be scored; the first: "
                                    + unscored.getFirst().reason().detail());
        }
        return new ScoredData(
                ids,
                wanted.build(),
                pairs > 0 ? Optional.of(avoided.build()) : Optional.empty(),
                ContextFeatures.of(features),
                ScoredData.clusters(origins),
                rows,
                episodes,
                unscored);
    }

    private List<Learnt> episodes(Row row) {
        pairs += row instanceof Row.Preference ? 1 : 0;
        if (pairs > 0 && pairs < rows) {
            throw new IllegalArgumentException(
                    row.origin() + (row instanceof Row.Preference ? " is a pair" : " is no pair")
                            + " while rows before it are of the other kind: pairs are trained in another way than replies,"
                            + " so audit them apart");
        }
        List<Learnt> learnt = Learnt.of(row, turns);
        episodes += learnt.size();
        return learnt;
    }

    /** Returns what the replies to be learnt say. */
    private List<Evidence.Scored> score(List<Learnt> some) {
        List<Episode> all = new ArrayList<>();
        some.forEach(learnt -> {
            all.add(learnt.episode());
            learnt.rejected().ifPresent(all::add);
        });
        List<Evidence.Scored> said = new ArrayList<>();
        Iterator<Evidence> evidence = scorer.evidence(all).iterator();
        for (Learnt learnt : some) {
            Evidence first = evidence.next();
            Optional<Evidence> second = learnt.rejected().map(_ -> evidence.next());
            add(learnt, first, second);
            if (first instanceof Evidence.Scored scored) {
                said.add(scored);
            }
        }
        return said;
    }

    private void add(Learnt learnt, Evidence first, Optional<Evidence> second) {
        switch (first) {
            case Evidence.Unscorable reason -> unscored.add(reason);
            case Evidence.Scored scored ->
                second.ifPresentOrElse(
                        other -> {
                            switch (other) {
                                case Evidence.Unscorable reason -> unscored.add(reason);
                                case Evidence.Scored rejected -> {
                                    add(learnt, scored);
                                    avoided.add(rejected.logLikelihoods());
                                }
                            }
                        },
                        () -> add(learnt, scored));
        }
    }

    private void add(Learnt learnt, Evidence.Scored scored) {
        ids.add(learnt.episode().id());
        origins.add(learnt.origin());
        features.add(contexts.of(learnt.episode().context()));
        wanted.add(scored.logLikelihoods());
    }
}
