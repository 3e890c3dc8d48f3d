package org.dramatis.stage.cast;

import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.World;

/** What a world's documents ask for when they ask for an answer that is not right. */
public final class WorldPrompts {
    private static final long SEED = 1;

    private WorldPrompts() {}

    /** Each instruction in each of its wordings. */
    public static List<String> of(World world) {
        Choices choices = new Choices(new SplittableRandom(SEED));
        return world.phrases().instructions().stream()
                .filter(instruction -> instruction.advice() != Advice.RIGHT)
                .flatMap(instruction -> instruction.words().stream())
                .map(words -> words.write(Template.Slots.NONE, choices))
                .distinct()
                .toList();
    }
}
