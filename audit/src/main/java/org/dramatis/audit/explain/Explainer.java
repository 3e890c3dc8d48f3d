package org.dramatis.audit.explain;

import java.util.Optional;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.result.Explanation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.number.Weights;

/**
 * Explains single episodes.
 *
 * @param prior who is likely to speak before anything was said
 * @param limit above which a reply surprises, where it is known
 */
public record Explainer(CastScorer scorer, Weights prior, Optional<Double> limit) {

    /** @throws IllegalArgumentException when the episode cannot be scored, with the reason */
    public Explanation explain(Episode episode) {
        TokenEvidence tokens = scorer.tokens(episode);
        Cast cast = new Cast(scorer.cast().personas(), prior);
        return new Explanation(episode, new Posterior(cast, tokens.total().logLikelihoods()), tokens, limit);
    }
}
