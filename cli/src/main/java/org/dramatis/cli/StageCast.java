package org.dramatis.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.world.World;

/** The personas of a world, as a cast like any other. */
final class StageCast {
    private StageCast() {}

    static NamedCast of(World world, int frames) {
        Cast cast = WorldCast.of(world, frames);
        Set<PersonaId> unwanted = new LinkedHashSet<>();
        cast.personas().stream()
                .map(Persona::id)
                .filter(world.unwanted()::contains)
                .forEach(unwanted::add);
        String about = "the world '" + world.name() + "', whose truth is known";
        return new NamedCast(world.name(), about, cast, unwanted, Questions.of(world));
    }
}
