package org.dramatis.core.inoculation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Student;
import org.dramatis.core.number.Term;

/**
 * What a prompt leaves of the evidence for bad personas against good ones. Each set speaks as its own mixture:
 *
 * <pre>{@code
 * l_S(e | I)  = log sum_{k in S} w_k exp(l_k(e | I)) - log sum_{k in S} w_k
 * residual    = mean_e [ l_bad(e | I) - l_good(e | I) ]
 * elicitation = mean_e [ log p(y | x, I) - log p(y | x) ]
 * }</pre>
 *
 * @param cast with the weights w as its prior
 */
public record Inoculation(Cast cast, SortedSet<PersonaId> bad, SortedSet<PersonaId> good) {
    public Inoculation {
        bad = requireSpeakers("bad", bad, cast);
        good = requireSpeakers("good", good, cast);
        if (!Collections.disjoint(bad, good)) {
            throw new IllegalArgumentException(
                    "bad " + bad + " and good " + good + " personas overlap: keep them apart");
        }
    }

    public static Inoculation of(Cast cast, Collection<PersonaId> bad, Collection<PersonaId> good) {
        return new Inoculation(cast, new TreeSet<>(bad), new TreeSet<>(good));
    }

    private static SortedSet<PersonaId> requireSpeakers(String name, SortedSet<PersonaId> ids, Cast cast) {
        if (ids.stream().noneMatch(id -> cast.prior().log(cast.indexOf(id)) > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "of the " + name + " personas " + ids + " none has weight: name one that has");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    /**
     * Reads a candidate prompt, with Student's intervals over its episodes.
     *
     * @throws IllegalArgumentException when there are fewer than two episodes, or one is impossible under all bad or all
     *     good personas
     */
    public Candidate read(String prompt, List<PromptedEpisode> episodes, double level) {
        Interval.requireLevel(level);
        double[] residuals = new double[episodes.size()];
        double[] elicitations = new double[episodes.size()];
        for (int e = 0; e < residuals.length; e++) {
            PromptedEpisode episode = episodes.get(e);
            residuals[e] = residual(episode).value();
            elicitations[e] = episode.elicitation().value();
        }
        return new Candidate(prompt, Student.mean(level, residuals), Student.mean(level, elicitations));
    }

    /** The residual of a candidate prompt, episode by episode. */
    public Term explain(List<PromptedEpisode> episodes) {
        return Term.combined(
                "residual evidence, nats an episode",
                Term.Operation.MEAN,
                episodes.stream().map(this::residual).toList());
    }

    /** The residual of one episode, {@code l_bad(e | I) - l_good(e | I)}. */
    public Term residual(PromptedEpisode episode) {
        return Term.difference(
                "residual evidence of episode " + episode.episode(),
                mixture("bad", bad, episode),
                mixture("good", good, episode));
    }

    /** {@code l_S(e | I)}. */
    private Term mixture(String name, SortedSet<PersonaId> set, PromptedEpisode episode) {
        LogVector evidence = cast.requireFits(episode.withPrompt());
        List<Term> joint = new ArrayList<>();
        List<Term> weights = new ArrayList<>();
        for (PersonaId id : set) {
            int k = cast.indexOf(id);
            Term weight = Term.given("log weight of " + id, cast.prior().log(k));
            weights.add(weight);
            joint.add(Term.sum("log joint of " + id, weight, Term.given("evidence for " + id, evidence.at(k))));
        }
        Term mixed = Term.combined("log joint of the " + name + " personas", Term.Operation.LOG_SUM_EXP, joint);
        if (mixed.value() == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("episode " + episode.episode() + " is impossible under the " + name
                    + " personas " + set + ": leave it out and count it as unscorable");
        }
        return Term.difference(
                "evidence for the " + name + " personas",
                mixed,
                Term.combined("log weight of the " + name + " personas", Term.Operation.LOG_SUM_EXP, weights));
    }
}
