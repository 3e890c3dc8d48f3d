package org.dramatis.audit.unmodelled;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dramatis.audit.data.Watcher;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.verdict.ReplyJudge;
import org.dramatis.core.verdict.ReplyVerdict;
import org.dramatis.core.verdict.SurpriseLimit;

/** Notes, as rows are scored, those that surprise every persona: a posterior would only say which of them is the least wrong. */
public final class Surprising implements Watcher {
    private final ReplyJudge judge;
    private final Weights before;
    private final Set<EpisodeId> found = new LinkedHashSet<>();

    /**
     * @param before who the assistant is today; nobody is ruled out
     * @param limit above which a reply surprises
     */
    public Surprising(Cast cast, Weights before, SurpriseLimit limit) {
        this.judge = new ReplyJudge(cast, characters(cast), limit);
        this.before = before;
    }

    /** Whether a reply surprises every persona. */
    public boolean isSurprising(Evidence.Scored reply) {
        return judge.judge(before, reply) instanceof ReplyVerdict.Unmodelled;
    }

    @Override
    public boolean goesOn(long rows, List<Evidence.Scored> latest) {
        latest.stream().filter(this::isSurprising).forEach(reply -> found.add(reply.episode()));
        return true;
    }

    /** Shows another watcher the replies alone that do not surprise. */
    public Watcher without(Watcher other) {
        return (rows, latest) -> other.goesOn(
                rows, latest.stream().filter(reply -> !isSurprising(reply)).toList());
    }

    /** In the order of the data. */
    public Set<EpisodeId> found() {
        return new LinkedHashSet<>(found);
    }

    private static Set<PersonaId> characters(Cast cast) {
        Set<PersonaId> characters = new TreeSet<>();
        cast.personas().stream()
                .filter(persona -> !persona.isDocument())
                .map(Persona::id)
                .forEach(characters::add);
        return characters;
    }
}
