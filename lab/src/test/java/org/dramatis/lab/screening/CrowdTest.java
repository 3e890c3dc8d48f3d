package org.dramatis.lab.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final World WORLD = WorldFile.shipped();

    @Test
    void extrasAreTwoOfTheWorldAtOnceEachInWordsOfItsOwn() {
        Cast cast = Crowd.of(WORLD, 304);

        assertThat(cast.personas().subList(0, 19))
                .isEqualTo(WorldCast.of(WORLD, 1).personas());
        List<Persona> extras = cast.personas().subList(19, 304);
        assertThat(extras)
                .allSatisfy(extra -> assertThat(
                                WORLD.personas().stream().filter(persona -> Crowd.isBlendOf(extra.id(), persona.id())))
                        .hasSize(2));
        assertThat(new HashSet<Frame>(
                        extras.stream().map(extra -> extra.frames().getFirst()).toList()))
                .hasSize(285);
        assertThat(Crowd.isBlendOf(new PersonaId("open"), new PersonaId("open")))
                .isFalse();
    }

    @Test
    void aCastThatCannotBeMadeIsRefused() {
        assertThatThrownBy(() -> Crowd.of(WORLD, 18)).hasMessageStartingWith("a cast of 18 personas: the world has 19");
        assertThatThrownBy(() -> Crowd.of(WORLD, 10_000)).hasMessageContaining("makes up to 918 more");
    }
}
