package org.dramatis.audit.cast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Weights;

/**
 * Persona files of the field made into one cast. A cast needs somebody to compare with and hypotheses that nobody speaks: the helpful
 * persona and the documents of the default cast are added, but for those whose id a file has taken.
 *
 * @param added whom no file had
 */
public record CastImport(NamedCast cast, List<PersonaId> added) {
    private static final String HELPFUL = "helpful";

    public CastImport {
        added = List.copyOf(added);
    }

    /**
     * @param opposites whether a trait is to be a persona for its opposite too, {@code not-evil} say
     * @throws IllegalArgumentException when two files are of the same id
     */
    public static CastImport of(String name, List<PersonaFile> files, boolean opposites) {
        List<Persona> personas = new ArrayList<>();
        Set<String> questions = new LinkedHashSet<>();
        for (PersonaFile file : files) {
            personas.add(persona(file.id(), file.portraits()));
            if (opposites && file.isTrait()) {
                personas.add(persona(new PersonaId("not-" + file.id()), file.opposites()));
            }
            questions.addAll(file.questions());
        }
        List<PersonaId> taken = personas.stream().map(Persona::id).toList();
        List<Persona> added = ShippedCasts.named(ShippedCasts.DEFAULT).cast().personas().stream()
                .filter(persona -> persona.isDocument() || persona.id().value().equals(HELPFUL))
                .filter(persona -> !taken.contains(persona.id()))
                .toList();
        personas.addAll(added);
        Cast cast = new Cast(personas, Weights.uniform(personas.size()));
        return new CastImport(
                new NamedCast(name, "imported from persona files", cast, Set.of(), List.copyOf(questions)),
                added.stream().map(Persona::id).toList());
    }

    private static Persona persona(PersonaId id, List<String> portraits) {
        List<Frame> frames = portraits.stream().<Frame>map(Frame.Portrait::new).toList();
        return new Persona(id, Persona.Kind.CHARACTER, portraits.getFirst(), frames);
    }
}
