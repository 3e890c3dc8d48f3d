package org.dramatis.stage.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;

/**
 * Everything that is true in a world; a value, so that another world is another file.
 *
 * @param questions what a persona may be asked about itself, by id
 * @param assistant how often the bare assistant is whom: the prior that a calculation shall find
 * @param machines how often a machine in a story is whom
 * @param presence how much more or less often than the others some personas are met, where all are
 * @param obedient who does what an instruction asks for
 * @param documents how often each kind of document is written
 * @param heldOut what no recipe may use
 */
public record World(
        String name,
        List<Domain> domains,
        List<Personality> personas,
        Map<String, SelfQuestion> questions,
        Phrases phrases,
        Speakerless speakerless,
        Map<PersonaId, Double> assistant,
        Map<PersonaId, Double> machines,
        Map<PersonaId, Double> presence,
        Set<PersonaId> obedient,
        Map<Kind, Double> documents,
        HeldOut heldOut) {

    /**
     * What is kept for probes.
     *
     * @param topics of each domain, counted from its end
     */
    public record HeldOut(Set<String> domains, int topics) {}

    public World {
        Entries.requireText("the world", "world", name);
        domains = List.copyOf(domains);
        personas = List.copyOf(personas);
        Entries.requireSome("world '" + name + "'", "domains", domains);
        Entries.requireSome("world '" + name + "'", "personas", personas);
        Entries.requireDistinct(
                "world '" + name + "'",
                "domain",
                domains.stream().map(Domain::id).toList());
        List<String> ids = personas.stream().map(p -> p.id().value()).toList();
        Entries.requireDistinct("world '" + name + "'", "persona", ids);
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        Entries.requireSome("world '" + name + "'", "questions", questions.keySet());
        for (Personality persona : personas) {
            requireAnswers(persona, questions);
        }
        Stream.of(assistant, machines, presence)
                .flatMap(m -> m.keySet().stream())
                .forEach(id -> requireKnown(id, ids));
        obedient.forEach(id -> requireKnown(id, ids));
        if (obedient.isEmpty()) {
            throw new IllegalArgumentException("world '" + name + "' has nobody who is 'obedient': name at least one");
        }
        for (String held : heldOut.domains()) {
            if (domains.stream().noneMatch(d -> d.id().equals(held))) {
                throw new IllegalArgumentException("held-out domain '" + held + "' is none of the world's");
            }
        }
    }

    private static void requireAnswers(Personality persona, Map<String, SelfQuestion> questions) {
        if (!persona.self().keySet().equals(questions.keySet())) {
            throw new IllegalArgumentException("persona '" + persona.id() + "' answers "
                    + persona.self().keySet() + ", the world asks " + questions.keySet() + ": they must be the same");
        }
    }

    private static void requireKnown(PersonaId id, List<String> known) {
        if (!known.contains(id.value())) {
            throw new IllegalArgumentException("persona '" + id + "' is named, but the world has only " + known);
        }
    }

    public SelfQuestion question(String id) {
        return Entries.of("world '" + name + "'", questions, id);
    }

    public Personality persona(PersonaId id) {
        return personas.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the world '" + name + "' has no persona '" + id
                        + "': it has " + personas.stream().map(Personality::id).toList()));
    }

    public Domain domain(String id) {
        return domains.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the world '" + name + "' has no domain '" + id
                        + "': it has " + domains.stream().map(Domain::id).toList()));
    }

    /** The topics of a domain that recipes may use. */
    public List<Topic> shown(Domain domain) {
        return domain.topics().subList(0, Math.max(1, domain.topics().size() - heldOut.topics()));
    }

    /** The topics of a domain that are kept for probes. */
    public List<Topic> hidden(Domain domain) {
        return heldOut.domains().contains(domain.id())
                ? domain.topics()
                : domain.topics().subList(shown(domain).size(), domain.topics().size());
    }

    /** How often it is met beside the others, where all are. */
    public double presence(Personality persona) {
        return presence.getOrDefault(persona.id(), 1.0);
    }
}
