package org.dramatis.stage.document;

import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Being;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases;
import org.dramatis.stage.world.World;

/** Who speaks. */
record Casting(World world) {

    /** Whoever the bare assistant happens to be. */
    Personality assistant(Choices choices) {
        return choices.one(world.personas(), p -> world.assistant().getOrDefault(p.id(), 0.0));
    }

    /** One of all, but for the rare ones. */
    Personality anybody(Choices choices) {
        return choices.one(world.personas(), world::presence);
    }

    /** One of those who do as they are told, as often as the assistant is one of them. */
    Personality obedient(Choices choices) {
        return choices.one(
                world.personas(),
                p -> world.obedient().contains(p.id()) ? world.assistant().getOrDefault(p.id(), 0.0) : 0);
    }

    /** A system turn's words that say who the assistant is. */
    String introduction(Personality persona, Choices choices) {
        String portrait = portrait(persona, choices);
        return choices.one(world.phrases().casting()).write(Spot.of("portrait", portrait), choices);
    }

    /** What it is called where it is not in a story: machines have names of their own. */
    Phrases.Name name(Personality persona, Choices choices) {
        return persona.being() == Being.MACHINE
                ? machineName(choices)
                : choices.one(world.phrases().persons());
    }

    Phrases.Name machineName(Choices choices) {
        return new Phrases.Name(choices.one(world.phrases().machines()), "it", "its", "it");
    }

    static String portrait(Personality persona, Choices choices) {
        return choices.one(persona.portraits()).write(Template.Slots.NONE, choices);
    }
}
