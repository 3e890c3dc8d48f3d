package org.dramatis.stage.cast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Weights;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Speakerless;
import org.dramatis.stage.world.World;

/**
 * All personas of a world, framed by their portraits, and one hypothesis that nobody speaks, framed by the beginnings of such texts.
 * Nobody is likelier than another: who the assistant is has to be found out.
 */
public final class WorldCast {
    /** The hypothesis that it is a document. */
    public static final String DOCUMENT = "document";

    private static final long SEED = 1;

    private WorldCast() {}

    /** @param frames of each persona at most: more are steadier and cost more */
    public static Cast of(World world, int frames) {
        if (frames < 1) {
            throw new IllegalArgumentException("a cast with " + frames + " portraits a persona: give 1 or more");
        }
        Choices choices = new Choices(new SplittableRandom(SEED));
        List<Persona> personas = new ArrayList<>();
        for (Personality persona : world.personas()) {
            List<Frame> portraits = persona.portraits().stream()
                    .limit(frames)
                    .map(portrait -> portrait.write(Template.Slots.NONE, choices))
                    .<Frame>map(words -> new Frame.Portrait("You are " + words + "."))
                    .toList();
            personas.add(new Persona(
                    persona.id(),
                    Persona.Kind.CHARACTER,
                    Template.capitalised(persona.portraits().getFirst().write(Template.Slots.NONE, choices)) + ".",
                    portraits));
        }
        personas.add(document(world, frames, choices));
        return new Cast(personas, Weights.uniform(personas.size()));
    }

    private static Persona document(World world, int frames, Choices choices) {
        Map<String, Frame> beginnings = new LinkedHashMap<>();
        for (Speakerless.Text text : world.speakerless().texts()) {
            String beginning =
                    world.speakerless().write(text, choices).lines().findFirst().orElseThrow();
            beginnings.putIfAbsent(text.kind(), new Frame.Portrait(beginning));
        }
        return new Persona(
                new PersonaId(DOCUMENT),
                Persona.Kind.DOCUMENT,
                "Text that nobody speaks.",
                beginnings.values().stream().limit(frames).toList());
    }
}
