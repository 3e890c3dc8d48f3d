package org.dramatis.audit.probe;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.store.written.Item;

/** What judges the replies to a probe, as it stands in a file. */
final class ScorerEntry {
    private static final String[] HOW = {"any", "all", "pattern"};

    private ScorerEntry() {}

    /** @param way the field of the probe that says how replies are judged */
    static Optional<Scorer> read(Item probe, String way) {
        return switch (way) {
            case "contains" -> probe.field(way).flatMap(ScorerEntry::contains);
            case "length" -> probe.field(way).flatMap(ScorerEntry::length);
            case "persona" -> persona(probe);
            default -> Optional.empty();
        };
    }

    private static Optional<Scorer> contains(Item entry) {
        entry.fields(HOW);
        if (entry.names().size() != 1) {
            entry.misprint("words are looked for in one way, one of " + List.of(HOW) + ": here are " + entry.names());
            return Optional.empty();
        }
        return switch (entry.names().getFirst()) {
            case "any" -> words(entry, "any", false);
            case "all" -> words(entry, "all", true);
            case "pattern" -> {
                String pattern = entry.text("pattern");
                yield entry.made(() -> new Scorer.Matches(pattern));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Scorer> words(Item entry, String name, boolean all) {
        List<String> words = entry.items(name).stream()
                .map(item -> item.asText("a word to look for"))
                .toList();
        return entry.made(() -> new Scorer.Contains(all, words));
    }

    private static Optional<Scorer> length(Item entry) {
        entry.fields("least", "most");
        Optional<Integer> least = WholeNumber.maybe(entry, "least");
        Optional<Integer> most = WholeNumber.maybe(entry, "most");
        return entry.made(() -> new Scorer.Length(least, most));
    }

    private static Optional<Scorer> persona(Item probe) {
        List<String> names = probe.items("persona").stream()
                .map(item -> item.asText("the id of a persona"))
                .toList();
        return probe.made(
                () -> new Scorer.Spoken(names.stream().map(PersonaId::new).toList()));
    }
}
