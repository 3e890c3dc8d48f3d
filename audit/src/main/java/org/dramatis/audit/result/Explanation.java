package org.dramatis.audit.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Who says so, and which words tell.
 *
 * @param limit above which a reply surprises, in nats a token under the persona that expects it most; nothing where nobody measured it
 */
public record Explanation(Episode episode, Posterior posterior, TokenEvidence tokens, Optional<Double> limit) {

    /**
     * What the episode says of one persona.
     *
     * @param before its weight before the episode
     * @param after its weight after it
     * @param evidence nats for it against the whole cast as it was before
     * @param words what each token adds to the evidence
     */
    public record Reading(
            Persona persona, double before, double after, double evidence, List<RankedRow.TokenPush> words) {
        public Reading {
            words = List.copyOf(words);
        }
    }

    /** Every persona, the likeliest speaker first. */
    public List<Reading> readings() {
        Weights after = posterior.weights();
        return IntStream.range(0, posterior.cast().size())
                .mapToObj(k -> reading(k, after))
                .sorted(Comparator.comparingDouble(Reading::after).reversed())
                .toList();
    }

    private Reading reading(int persona, Weights after) {
        Weights before = posterior.cast().prior();
        List<LogVector> against = tokens.againstMixture(before);
        List<RankedRow.TokenPush> words = IntStream.range(0, against.size())
                .mapToObj(t -> new RankedRow.TokenPush(
                        tokens.tokens().get(t), against.get(t).at(persona)))
                .toList();
        return new Reading(
                posterior.cast().persona(persona),
                before.at(persona),
                after.at(persona),
                posterior.evidence().at(persona) - before.logMixture(posterior.evidence()),
                words);
    }

    /** How surprising the reply is to the whole cast, in nats a token: a large value says that none of them speaks so. */
    public double surprise() {
        return -posterior.cast().prior().logMixture(posterior.evidence())
                / tokens.tokens().size();
    }

    /** How surprising the reply is to the persona that expects it most, in nats a token. */
    public double leastSurprise() {
        return -posterior.evidence().max() / tokens.tokens().size();
    }

    /** Whether the reply surprises every persona, so that its speaker is only the least wrong of them; nothing where no limit is known. */
    public Optional<Boolean> surprisesAll() {
        return limit.map(nats -> leastSurprise() > nats);
    }

    /** The log posterior weight of a persona as a tree of terms, down to its tokens. */
    public Term terms(Persona persona) {
        return posterior.explain(persona.id());
    }
}
