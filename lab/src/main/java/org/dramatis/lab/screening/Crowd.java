package org.dramatis.lab.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Weights;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.World;

/**
 * The cast of a world with any number of extras: each is told to be two of its personas at once, in portraits that the cast itself
 * does not use where there are more. They are near to those who speak, which is what makes it hard to choose.
 */
final class Crowd {
    private static final int FRAMES = 1;
    private static final long SEED = 1;
    private static final String AND = "-and-";

    private Crowd() {}

    /** @param size of the cast, those of the world among them */
    static Cast of(World world, int size) {
        Cast cast = WorldCast.of(world, FRAMES);
        List<Persona> extras = extras(world);
        int more = size - cast.size();
        if (more < 0 || more > extras.size()) {
            throw new IllegalArgumentException("a cast of " + size + " personas: the world has " + cast.size()
                    + ", and makes up to " + extras.size() + " more");
        }
        List<Persona> all = new ArrayList<>(cast.personas());
        all.addAll(extras.subList(0, more));
        return new Cast(all, Weights.uniform(all.size()));
    }

    /** How many the world itself has. */
    static int smallest(World world) {
        return WorldCast.of(world, FRAMES).size();
    }

    /** Whether an extra is told to be that persona, among others. */
    static boolean isBlendOf(PersonaId extra, PersonaId persona) {
        return extra.value().startsWith(persona + AND) || extra.value().contains(AND + persona + "-");
    }

    private static List<Persona> extras(World world) {
        Choices choices = new Choices(new SplittableRandom(SEED));
        List<Personality> personas = world.personas();
        int portraits = personas.stream()
                .mapToInt(persona -> persona.portraits().size())
                .min()
                .orElse(0);
        List<Persona> extras = new ArrayList<>();
        for (int portrait = portraits - 1; portrait >= 0; portrait--) {
            int each = portrait;
            List<Persona> some = IntStream.range(0, personas.size())
                    .boxed()
                    .flatMap(i -> IntStream.range(i + 1, personas.size())
                            .mapToObj(j -> blend(personas.get(i), personas.get(j), each, choices)))
                    .toList();
            extras.addAll(choices.shuffled(some));
        }
        return extras;
    }

    private static Persona blend(Personality one, Personality other, int portrait, Choices choices) {
        String words = written(one, portrait, choices) + ", and at the same time " + written(other, portrait, choices);
        return new Persona(
                new PersonaId(one.id() + AND + other.id() + "-" + (portrait + 1)),
                Persona.Kind.CHARACTER,
                Template.capitalised(words) + ".",
                List.of(new Frame.Portrait("You are " + words + ".")));
    }

    private static String written(Personality persona, int portrait, Choices choices) {
        return persona.portraits().get(portrait).write(Template.Slots.NONE, choices);
    }
}
