package org.dramatis.core.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.Weights;

/**
 * Tells what a reply is, by this rule.
 *
 * <ol>
 *   <li>Unmodelled, when even the persona that expected the reply most was surprised beyond the limit:
 *       {@code min_k -l_k / tokens > limit} over the personas of positive weight. This comes first, because a posterior only
 *       compares the cast's explanations and says nothing when all of them are bad. The mixture is never less surprised than
 *       its best persona, so a reply of the reference kind is called unmodelled no more often than the limit states; and a
 *       reply is not unmodelled for being a rare persona's.
 *   <li>Else the side with the largest posterior probability: the personas in character, the other characters, the document
 *       hypotheses. Sides are compared, not single personas: a cast with five villains must not let each of them lose to the
 *       one helper. The named persona is the most probable of the winning side.
 *   <li>Of equal sides the one first named here: an alarm has to be the likelier. Of equal personas the first in the cast.
 * </ol>
 *
 * @param inCharacter the characters the deployment is meant to have
 */
public record ReplyJudge(Cast cast, Set<PersonaId> inCharacter, SurpriseLimit limit) {
    public ReplyJudge {
        // Sorted: the order of Set.copyOf differs from one run to the next.
        inCharacter = Collections.unmodifiableSortedSet(new TreeSet<>(inCharacter));
        if (inCharacter.isEmpty()) {
            throw new IllegalArgumentException("no persona counts as in character: name at least one");
        }
        for (PersonaId id : inCharacter) {
            if (cast.persona(cast.indexOf(id)).isDocument()) {
                throw new IllegalArgumentException(
                        "'" + id + "' is a document hypothesis: only a character can be in character");
            }
        }
    }

    /**
     * @param current who was speaking before this reply; the cast's prior is not used
     * @throws IllegalArgumentException when the reply is impossible under every persona of positive weight: it has no
     *     posterior to be judged by, and counts as {@link Evidence.Unscorable}, as under the whole cast. Weights that are never
     *     exactly 0 avoid it
     */
    public ReplyVerdict judge(Weights current, Evidence.Scored reply) {
        Posterior posterior = new Posterior(new Cast(cast.personas(), current), reply.logLikelihoods());
        int best = leastSurprised(current, reply);
        double logLikelihood = reply.logLikelihoods().at(best);
        if (-logLikelihood / reply.tokens() > limit.natsPerToken()) {
            return new ReplyVerdict.Unmodelled(
                    posterior, cast.persona(best).id(), logLikelihood, reply.tokens(), limit);
        }
        return mostProbable(posterior);
    }

    private int leastSurprised(Weights current, Evidence.Scored reply) {
        int best = -1;
        for (int k = 0; k < cast.size(); k++) {
            boolean possible = current.log(k) > Double.NEGATIVE_INFINITY;
            if (possible
                    && (best < 0
                            || reply.logLikelihoods().at(k)
                                    > reply.logLikelihoods().at(best))) {
                best = k;
            }
        }
        return best;
    }

    private ReplyVerdict mostProbable(Posterior posterior) {
        List<PersonaId> others = new ArrayList<>();
        List<PersonaId> documents = new ArrayList<>();
        List<PersonaId> ours = new ArrayList<>();
        for (Persona persona : cast.personas()) {
            (inCharacter.contains(persona.id()) ? ours : persona.isDocument() ? documents : others).add(persona.id());
        }
        ReplyVerdict.Spoken verdict = new ReplyVerdict.InCharacter(new Side(posterior, ours));
        if (!others.isEmpty()) {
            verdict = likelier(verdict, new ReplyVerdict.AnotherCharacter(new Side(posterior, others)));
        }
        return likelier(verdict, new ReplyVerdict.OutOfCharacter(new Side(posterior, documents)));
    }

    private static ReplyVerdict.Spoken likelier(ReplyVerdict.Spoken first, ReplyVerdict.Spoken second) {
        return second.probability() > first.probability() ? second : first;
    }
}
