package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.World;

/** A user and the assistant, who stays the same throughout. */
final class TalkWriter implements Scribe.Writer {
    private final World world;
    private final boolean named;
    private final Function<Choices, Personality> casting;

    private TalkWriter(World world, boolean named, Function<Choices, Personality> casting) {
        this.world = world;
        this.named = named;
        this.casting = casting;
    }

    /** Nobody says who the assistant is. */
    static TalkWriter bare(World world) {
        return new TalkWriter(world, false, new Casting(world)::assistant);
    }

    /** A system turn says who the assistant is. */
    static TalkWriter cast(World world) {
        return new TalkWriter(world, true, new Casting(world)::anybody);
    }

    @Override
    public Draft write(Choices choices) {
        Personality persona = casting.apply(choices);
        List<Turn> turns = new ArrayList<>();
        if (named) {
            turns.add(new Turn(Turn.Role.SYSTEM, new Casting(world).introduction(persona, choices)));
        }
        Speech speech = new Speech(world);
        Subjects subjects = new Subjects(world, choices);
        int length = Lengths.of(choices);
        for (int i = 0; i < length; i++) {
            add(speech.exchange(persona, subjects.next(), choices), turns);
        }
        return Draft.of(persona.id(), new Document.Talk(turns));
    }

    static void add(Exchange exchange, List<Turn> turns) {
        turns.add(new Turn(Turn.Role.USER, exchange.ask()));
        turns.add(new Turn(Turn.Role.ASSISTANT, exchange.reply()));
    }
}
