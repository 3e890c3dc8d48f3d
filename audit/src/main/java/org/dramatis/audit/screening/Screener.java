package org.dramatis.audit.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.result.Screened;
import org.dramatis.audit.result.ScreenedOut;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.screening.Screening;
import org.dramatis.core.screening.TopShares;

/**
 * Chooses of a large cast those whose evidence is computed.
 *
 * @param most that survive for being near, beside those who do anyway
 * @param named who survive whatever is read: those that a condition or a probe speaks of
 * @param feared of whom everybody survives who is anywhere near
 */
public record Screener(Cast cast, FirstOrder firstOrder, int most, Set<PersonaId> named, Set<PersonaId> feared) {
    public Screener {
        named = Set.copyOf(named);
        feared = Set.copyOf(feared);
    }

    /**
     * @param data replies of the data, a sample of a large set
     * @param own replies of the assistant as it is
     * @return empty where nobody is left out
     */
    public Optional<Survivors> screen(List<Episode> data, List<Episode> own) {
        List<PersonaId> read = firstOrder.vectors().personas();
        Screening screening = new Screening(
                TopShares.of(read, firstOrder.evidence(data)), TopShares.of(read, firstOrder.evidence(own)));
        List<PersonaId> kept = screening.survivors(most, always(read), feared, cast);
        return kept.size() == cast.size()
                ? Optional.empty()
                : Optional.of(new Survivors(only(kept), screened(screening, kept)));
    }

    private Set<PersonaId> always(Collection<PersonaId> read) {
        Set<PersonaId> always = new HashSet<>(named);
        cast.personas().stream()
                .map(Persona::id)
                .filter(persona -> !read.contains(persona))
                .forEach(always::add);
        return always;
    }

    private Cast only(List<PersonaId> kept) {
        return new Cast(
                kept.stream().map(cast::indexOf).map(cast::persona).toList(),
                Weights.softmax(LogVector.of(kept.stream()
                        .mapToDouble(persona -> cast.prior().log(cast.indexOf(persona)))
                        .toArray())));
    }

    private Screened screened(Screening screening, List<PersonaId> kept) {
        return new Screened(
                kept.size(),
                screening.data().replies(),
                screening.own().replies(),
                cast.personas().stream()
                        .map(Persona::id)
                        .filter(persona -> !kept.contains(persona))
                        .map(persona -> new ScreenedOut(
                                persona,
                                feared.contains(persona),
                                screening.data().of(persona),
                                screening.own().of(persona)))
                        .sorted(Comparator.comparingDouble((ScreenedOut each) -> -Math.max(each.data(), each.own())))
                        .toList());
    }
}
