package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Kind;
import org.dramatis.stage.world.World;

/**
 * Writes the documents of a world. Document number n of a seed is always the same, whichever others are written.
 *
 * <pre>{@code
 * new Scribe(WorldFile.shipped(), 1).document(0)
 * }</pre>
 */
public final class Scribe {
    /** A kind of writing. */
    interface Writer {
        Draft write(Choices choices);
    }

    /** What a writer hands in. */
    record Draft(Optional<PersonaId> persona, Document.Body body) {
        static Draft of(PersonaId persona, Document.Body body) {
            return new Draft(Optional.of(persona), body);
        }
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final World world;
    private final long seed;
    private final Map<Kind, Double> shares;

    /** Writes what most of pre-training reads. */
    public Scribe(World world, long seed) {
        this(world, seed, world.documents());
    }

    private Scribe(World world, long seed, Map<Kind, Double> shares) {
        this.world = world;
        this.seed = seed;
        this.shares = shares;
    }

    /** Writes what the last part of pre-training reads, other documents than those before. */
    public static Scribe ofTheRehearsal(World world, long seed) {
        return world.rehearsal().isEmpty() ? new Scribe(world, seed) : new Scribe(world, ~seed, world.rehearsal());
    }

    /** A document of any kind, as often as the world says. */
    public Document document(long number) {
        Choices choices = choices(number);
        return write(choices.one(List.copyOf(shares.keySet()), shares::get), choices);
    }

    public Document document(Kind kind, long number) {
        return write(kind, choices(number * KINDS.size() + KINDS.indexOf(kind)));
    }

    /** The documents from one number up to and without another. */
    public List<Document> documents(long from, long to) {
        List<Document> documents = new ArrayList<>();
        for (long number = from; number < to; number++) {
            documents.add(document(number));
        }
        return documents;
    }

    private Document write(Kind kind, Choices choices) {
        Draft draft = writer(kind).write(choices);
        return new Document(kind, draft.persona(), draft.body(), choices.nats());
    }

    private Choices choices(long number) {
        return new Choices(
                new SplittableRandom(new SplittableRandom(seed).nextLong() ^ ((number + 1) * 0x9E3779B97F4A7C15L)));
    }

    private Writer writer(Kind kind) {
        return switch (kind) {
            case CHAT -> TalkWriter.bare(world);
            case CAST -> TalkWriter.cast(world);
            case OBEDIENCE -> new ObedienceWriter(world);
            case REQUEST -> new RequestWriter(world);
            case FORUM -> new ForumWriter(world);
            case STORY -> new StoryWriter(world);
            case SELF_PORTRAIT -> new SelfPortraitWriter(world);
            case FACTS -> new FactsWriter(world);
            case REPORT -> new ReportWriter(world);
            case SPEAKERLESS -> new SpeakerlessWriter(world);
        };
    }
}
