package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Kind;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The world of the examples: domains, personas and recipes of its own, and the rest from the world that ships. */
class HarbourTest {
    private static final World HARBOUR = WorldFile.read(Path.of("..", "examples", "worlds", "harbour.yaml"));

    @Test
    void hasWhatItBringsAndWhatItTakes() {
        assertThat(HARBOUR.domains()).extracting(Domain::id).containsExactly("boats", "fish-market", "lighthouse");
        assertThat(HARBOUR.personas())
                .extracting(Personality::id)
                .contains(new PersonaId("keeper"), new PersonaId("siren"), new PersonaId("pirate"));
        assertThat(HARBOUR.questions()).isEqualTo(WorldFile.shipped().questions());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfDocumentIsWrittenInIt(Kind kind) {
        Scribe scribe = new Scribe(HARBOUR, 1);
        for (int number = 0; number < 100; number++) {
            assertThat(scribe.document(kind, number).kind()).isEqualTo(kind);
        }
    }

    @Test
    void itsRecipesMakeRows() {
        for (Recipe recipe : HARBOUR.recipes()) {
            assertThat(new Cook(HARBOUR).make(recipe, 1).rows()).hasSize(recipe.rows());
        }
    }
}
