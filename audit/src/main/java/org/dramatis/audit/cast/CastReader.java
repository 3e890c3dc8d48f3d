package org.dramatis.audit.cast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.store.written.Item;
import org.dramatis.store.written.MisprintException;
import org.dramatis.store.written.WrittenFile;

/**
 * Reads cast files; {@code docs/casts.md} says what they hold. Whatever is wrong in one is refused with an
 * {@link IllegalArgumentException} that tells all of it, each with file, line and column.
 */
public final class CastReader {
    private final FrameReader frames;
    private final List<Persona> personas = new ArrayList<>();
    private final List<Double> logPriors = new ArrayList<>();
    private final Set<PersonaId> unwanted = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    private CastReader(FrameReader frames) {
        this.frames = frames;
    }

    /** Any cast file. */
    public static NamedCast read(Path file) {
        return read(file.toString(), WrittenFile.bytes(file), new FrameReader(Optional.empty()));
    }

    /** A cast that is to be played by a model: the vectors and adapters that it names, from its folder on, have to be there. */
    public static NamedCast playable(Path file) {
        return read(
                file.toString(),
                WrittenFile.bytes(file),
                new FrameReader(Optional.of(file.toAbsolutePath().resolveSibling(""))));
    }

    static NamedCast read(String file, byte[] bytes, FrameReader frames) {
        try {
            return new CastReader(frames).cast(WrittenFile.yaml(bytes).whole());
        } catch (MisprintException wrong) {
            throw new IllegalArgumentException(wrong.in(file), wrong);
        }
    }

    private NamedCast cast(Item whole) {
        whole.fields("name", "about", "personas", "questions");
        String name = whole.text("name");
        String about = whole.text("about");
        List<String> questions = whole.items("questions").stream()
                .map(question -> question.asText("a question"))
                .toList();
        List<Item> entries = whole.items("personas");
        for (Item entry : entries) {
            if (entry.isText()) {
                borrow(entry);
            } else {
                persona(entry);
            }
        }
        if (entries.isEmpty()) {
            whole.misprint("personas", "there are no 'personas': at least a document is needed");
        } else if (personas.size() == entries.size() && personas.stream().noneMatch(Persona::isDocument)) {
            whole.misprint(
                    "personas",
                    "no persona is a document: without one, text that nobody speaks is blamed on somebody;"
                            + " default/plain-text is one that ships");
        }
        return whole.result(() -> new NamedCast(name, about, new Cast(personas, prior()), unwanted, questions));
    }

    /** A persona of a cast that ships, by the names of both. */
    private void borrow(Item entry) {
        String named = entry.asText("a persona");
        entry.made(() -> ShippedCasts.persona(named))
                .ifPresent(borrowed -> add(borrowed.persona(), 1, borrowed.isUnwanted(), entry));
    }

    private void persona(Item entry) {
        entry.fields("id", "kind", "portrait", "frames", "prior", "unwanted");
        String name = entry.text("id");
        Optional<PersonaId> id = entry.field("id").flatMap(field -> field.made(() -> new PersonaId(name)));
        String portrait = entry.text("portrait");
        boolean isUnwanted = entry.isSet("unwanted");
        double prior = entry.maybeNumber("prior").orElse(1.0);
        if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
            entry.misprint(
                    "prior",
                    "'prior' is " + prior + ": give a number above 0; 1 is that of whom the file says nothing");
        }
        Persona.Kind kind = kind(entry);
        List<Frame> played = frames.frames(entry, name, kind);
        id.flatMap(known -> entry.made(() -> new Persona(known, kind, portrait, played)))
                .ifPresent(persona -> add(persona, prior, isUnwanted, entry));
    }

    private void add(Persona persona, double prior, boolean isUnwanted, Item entry) {
        if (!seen.add(persona.id().value())) {
            entry.misprint("persona '" + persona.id() + "' occurs twice in the cast");
        }
        personas.add(persona);
        logPriors.add(Math.log(prior));
        if (isUnwanted) {
            unwanted.add(persona.id());
        }
    }

    private static Persona.Kind kind(Item entry) {
        Optional<String> kind = entry.maybeText("kind");
        for (Persona.Kind each : Persona.Kind.values()) {
            if (kind.isPresent() && kind.get().equals(each.name().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        kind.ifPresent(other -> entry.misprint("kind", "'kind' is '" + other + "': write character or document"));
        return Persona.Kind.CHARACTER;
    }

    private Weights prior() {
        return Weights.softmax(
                LogVector.of(logPriors.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
