package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * The evidence of one episode kept per token, so that a reply explains itself.
 *
 * @param tokens the reply tokens as text, in order
 * @param contributions for every token, its log-probability under each persona given the tokens before it
 */
public record TokenEvidence(EpisodeId episode, List<String> tokens, List<LogVector> contributions) {
    public TokenEvidence {
        tokens = List.copyOf(tokens);
        contributions = List.copyOf(contributions);
        if (tokens.isEmpty() || tokens.size() != contributions.size()) {
            throw new IllegalArgumentException(
                    "episode " + episode + " has " + tokens.size() + " tokens and evidence for " + contributions.size()
                            + ": it needs at least one token and as much evidence");
        }
    }

    /** {@code l_k = sum_t log p(y_t | frame_k, x, y_<t)}. */
    public Evidence.Scored total() {
        LogVector sum = contributions.stream().reduce(LogVector::plus).orElseThrow();
        return new Evidence.Scored(episode, sum, tokens.size());
    }

    /**
     * What each token adds to {@code l_k - log sum_j w_j exp(l_j)}: the persona's own contribution less that of the
     * mixture, which is re-weighted by the tokens before. Over the tokens this sums to the evidence against the mixture.
     *
     * @throws IllegalArgumentException when the beginning of the reply is impossible under the whole mixture
     */
    public List<LogVector> againstMixture(Weights weights) {
        List<LogVector> against = new ArrayList<>();
        Weights current = weights;
        for (LogVector contribution : contributions) {
            double mixture = current.logMixture(contribution);
            double[] difference = contribution.toArray();
            for (int k = 0; k < difference.length; k++) {
                difference[k] -= mixture;
            }
            against.add(LogVector.of(difference));
            current = current.after(contribution);
        }
        return against;
    }

    /** The evidence of persona {@code k} as the sum of its tokens. */
    public Term explain(int k) {
        Term[] parts = new Term[tokens.size()];
        for (int t = 0; t < parts.length; t++) {
            parts[t] = Term.given(
                    "token '" + tokens.get(t) + "'", contributions.get(t).at(k));
        }
        return Term.sum("log-likelihood of episode " + episode, parts);
    }
}
