package org.dramatis.core.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Some personas of a cast, taken together after the evidence. What they hold together does not change when one of them is
 * split into two that share its weight.
 *
 * @param personas at least one, in cast order
 */
public record Side(Posterior posterior, List<PersonaId> personas) {
    public Side {
        if (personas.isEmpty()) {
            throw new IllegalArgumentException("a side of no persona cannot hold a probability");
        }
        List<PersonaId> inCastOrder = ids(posterior.cast(), places(posterior.cast(), personas, true));
        if (!inCastOrder.equals(personas)) {
            throw new IllegalArgumentException("a side of " + personas
                    + " is not a part of its cast: name each once, in cast order, " + inCastOrder);
        }
        personas = inCastOrder;
    }

    /** The places in the cast, in its order, of those who are of the side or who are not. */
    private static List<Integer> places(Cast cast, List<PersonaId> side, boolean members) {
        Set<PersonaId> ids = new HashSet<>(side);
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < cast.size(); k++) {
            if (ids.contains(cast.persona(k).id()) == members) {
                places.add(k);
            }
        }
        return places;
    }

    private static List<PersonaId> ids(Cast cast, List<Integer> places) {
        return places.stream().map(k -> cast.persona(k).id()).toList();
    }

    /** The posterior probability that one of them spoke. */
    public double probability() {
        Weights weights = posterior.weights();
        double sum = 0;
        for (int k : places(posterior.cast(), personas, true)) {
            sum += weights.at(k);
        }
        return Math.min(sum, 1);
    }

    /** The most probable of them, the first of equals. */
    public PersonaId leader() {
        Weights weights = posterior.weights();
        int leader = -1;
        for (int k : places(posterior.cast(), personas, true)) {
            if (leader < 0 || weights.log(k) > weights.log(leader)) {
                leader = k;
            }
        }
        return posterior.cast().persona(leader).id();
    }

    /** The log joint of the side against that of the cast, in which every persona occurs once. */
    Term explain(String meaning) {
        Term side = joint("log joint of " + meaning, true);
        Term cast = Term.combined(
                "log evidence of the cast",
                Term.Operation.LOG_SUM_EXP,
                List.of(
                        Term.given(side.meaning() + ", as above", side.value()),
                        joint("log joint of the rest", false)));
        return Term.exp("probability of " + meaning, Term.difference("log probability of " + meaning, side, cast));
    }

    /** {@code log sum_k w_k exp(l_k)} over the side, or over the rest of the cast. */
    private Term joint(String meaning, boolean members) {
        Cast cast = posterior.cast();
        List<Term> joint = new ArrayList<>();
        for (int k : places(cast, personas, members)) {
            PersonaId id = cast.persona(k).id();
            joint.add(Term.sum(
                    "log joint of " + id,
                    Term.given("log prior of " + id, cast.prior().log(k)),
                    Term.given("evidence for " + id, posterior.evidence().at(k))));
        }
        return Term.combined(meaning, Term.Operation.LOG_SUM_EXP, joint);
    }
}
