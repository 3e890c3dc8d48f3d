package org.dramatis.stage.world;

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
 * @param unwanted whom nobody wants the assistant to be
 * @param documents how often each kind of document is written for most of pre-training
 * @param rehearsal how often in its last part; empty where that is no different
 * @param heldOut what no recipe may use
 * @param recipes of data sets
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
        Set<PersonaId> unwanted,
        Map<Kind, Double> documents,
        Map<Kind, Double> rehearsal,
        HeldOut heldOut,
        List<Recipe> recipes) {

    /**
     * What is kept for probes.
     *
     * @param topics of each domain, counted from its end
     */
    public record HeldOut(Set<String> domains, int topics) {
        public HeldOut {
            domains = Set.copyOf(domains);
            if (topics < 0) {
                throw new IllegalArgumentException("held out are " + topics + " topics: give 0 or more");
            }
        }
    }

    public World {
        Entries.requireText("the world", "world", name);
        String of = "world '" + name + "'";
        domains = List.copyOf(domains);
        personas = List.copyOf(personas);
        questions = Entries.ordered(questions);
        assistant = Entries.ordered(assistant);
        machines = Entries.ordered(machines);
        presence = Entries.ordered(presence);
        obedient = Set.copyOf(obedient);
        unwanted = Set.copyOf(unwanted);
        documents = Entries.ordered(documents);
        rehearsal = Entries.ordered(rehearsal);
        recipes = List.copyOf(recipes);
        Entries.requireSome(of, "domains", domains);
        Entries.requireSome(of, "personas", personas);
        Entries.requireSome(of, "questions", questions.keySet());
        Entries.requireSome(of, "obedient", obedient);
        Entries.requireShares(of, "assistant", assistant);
        Entries.requireShares(of, "machines", machines);
        Entries.requireShares(of, "documents", documents);
        if (!rehearsal.isEmpty()) {
            Entries.requireShares(of, "rehearsal", rehearsal);
        }
        Entries.requireNumbers(of, "presence", presence);
        List<PersonaId> ids = personas.stream().map(Personality::id).toList();
        Entries.requireDistinct(of, "domain", domains.stream().map(Domain::id).toList());
        Entries.requireDistinct(
                of, "persona", ids.stream().map(PersonaId::value).toList());
        Entries.requireDistinct(of, "recipe", recipes.stream().map(Recipe::id).toList());
        for (Personality persona : personas) {
            requireAnswers(persona, questions);
        }
        Stream.of(assistant.keySet(), machines.keySet(), presence.keySet(), obedient, unwanted)
                .flatMap(Set::stream)
                .forEach(id -> requireKnown(id, ids));
        requireShown(domains, heldOut);
        recipes.forEach(new Larder(domains, ids, phrases, heldOut)::require);
    }

    private static void requireAnswers(Personality persona, Map<String, SelfQuestion> questions) {
        if (!persona.self().keySet().equals(questions.keySet())) {
            throw new IllegalArgumentException("persona '" + persona.id() + "' answers "
                    + persona.self().keySet() + ", the world asks " + questions.keySet() + ": they must be the same");
        }
    }

    private static void requireKnown(PersonaId id, List<PersonaId> known) {
        if (!known.contains(id)) {
            throw new IllegalArgumentException("persona '" + id + "' is named, but the world has only " + known);
        }
    }

    private static void requireShown(List<Domain> domains, HeldOut heldOut) {
        List<String> ids = domains.stream().map(Domain::id).toList();
        for (String held : heldOut.domains()) {
            if (!ids.contains(held)) {
                throw new IllegalArgumentException("held-out domain '" + held + "' is none of the world's: " + ids);
            }
        }
        if (heldOut.domains().containsAll(ids)) {
            throw new IllegalArgumentException("every domain is held out: leave one for recipes");
        }
        for (Domain domain : domains) {
            int shown = domain.topics().size() - heldOut.topics();
            if (shown < 2 && !heldOut.domains().contains(domain.id())) {
                throw new IllegalArgumentException("with " + heldOut.topics() + " topics held out, domain '"
                        + domain.id() + "' keeps " + Math.max(0, shown) + " of "
                        + domain.topics().size()
                        + ": it needs at least 2, so that one can be mistaken for the other");
            }
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

    public Recipe recipe(String id) {
        return recipes.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the world '" + name + "' has no recipe '" + id
                        + "': it has " + recipes.stream().map(Recipe::id).toList()));
    }

    /** The topics of a domain that recipes may use. */
    public List<Topic> shown(Domain domain) {
        return heldOut.domains().contains(domain.id())
                ? List.of()
                : domain.topics().subList(0, domain.topics().size() - heldOut.topics());
    }

    /** The topics of a domain that are kept for probes. */
    public List<Topic> hidden(Domain domain) {
        return domain.topics().subList(shown(domain).size(), domain.topics().size());
    }

    /** The same with more recipes. */
    public World with(List<Recipe> more) {
        return new World(
                name,
                domains,
                personas,
                questions,
                phrases,
                speakerless,
                assistant,
                machines,
                presence,
                obedient,
                unwanted,
                documents,
                rehearsal,
                heldOut,
                Stream.concat(recipes.stream(), more.stream()).toList());
    }

    /** How often it is met beside the others, where all are. */
    public double presence(Personality persona) {
        return presence.getOrDefault(persona.id(), 1.0);
    }
}
