package org.dramatis.core.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;

/**
 * Chooses whose evidence is computed exactly: who may say the data, and who may be the assistant as it is, so that neither loses its
 * likeliest speakers. It judges nothing.
 *
 * @param data to first order
 * @param own replies of the bare assistant, to first order
 */
public record Screening(TopShares data, TopShares own) {
    public Screening {
        if (!data.personas().equals(own.personas())) {
            throw new IllegalArgumentException("the data were read for " + data.personas()
                    + " and the assistant's own replies for " + own.personas());
        }
    }

    /**
     * The {@code most} personas with the largest share of the one or the other, of equals the first; beside them whoever is kept
     * always, the document hypotheses say, which have no vector; and of the feared the first, and of those that are the top of more
     * replies than chance would give them as many again at most, so that what a reply costs does not grow with the cast.
     *
     * @return in the order of the cast
     * @throws IllegalArgumentException when the cast lacks a persona that is to survive
     */
    public List<PersonaId> survivors(int most, Collection<PersonaId> always, Collection<PersonaId> feared, Cast cast) {
        if (most < 1) {
            throw new IllegalArgumentException("screening for " + most + " personas: keep at least 1");
        }
        List<PersonaId> ranked = data.personas().stream()
                .sorted(Comparator.comparing(this::share, Comparator.reverseOrder()))
                .toList();
        Set<PersonaId> kept = new HashSet<>(always);
        kept.addAll(ranked.subList(0, Math.min(most, ranked.size())));
        ranked.stream().filter(feared::contains).findFirst().ifPresent(kept::add);
        ranked.stream()
                .filter(persona -> feared.contains(persona) && share(persona) > 1.0 / ranked.size())
                .limit(most)
                .forEach(kept::add);
        kept.forEach(cast::indexOf);
        return cast.personas().stream().map(Persona::id).filter(kept::contains).toList();
    }

    private double share(PersonaId persona) {
        return Math.max(data.of(persona), own.of(persona));
    }
}
