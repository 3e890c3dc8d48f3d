package org.dramatis.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dramatis.stage.TinyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedWorldHasRecipesInEveryForm() {
        assertThat(WorldFile.shipped().recipes()).extracting(Recipe::form).contains(Recipe.Form.values());
    }

    @Test
    void aRecipeIsFoundByItsName() {
        World world = TinyWorld.whole().read(folder);

        assertThat(world.recipe("who-it-is").rows()).isEqualTo(4);
        assertThatThrownBy(() -> world.recipe("cake"))
                .hasMessage("the world 'tiny' has no recipe 'cake': it has [mostly-plain, plain-preferred, who-it-is,"
                        + " about-the-assistant]");
    }

    @Test
    void aWorldNeedsNoRecipes() {
        String text = TinyWorld.whole().text();

        World world = new TinyWorld(text.substring(0, text.indexOf("recipes:"))).read(folder);

        assertThat(world.recipes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "persona: plain, share: 2 | persona: nice, share: 2 | recipe 'mostly-plain': there is no persona 'nice': there are [plain, grim]",
                "over: grim | over: gram | recipe 'plain-preferred': there is no persona 'gram': there are [plain, grim]",
                "domains: [tea] | domains: [hats] | recipe 'mostly-plain': domain 'hats' is held out: a recipe may use [tea]",
                "domains: [tea] | domains: [tee] | recipe 'mostly-plain': there is no domain 'tee': a recipe may use [tea]",
                "instruction: bad} | instruction: mad} | recipe 'mostly-plain': there is no instruction 'mad': there are [bad]",
                "share: 2 | share: 0 | a part of 'plain' has the share 0.0: give a number above 0",
                "rows: 10 | rows: 0 | recipe 'mostly-plain' has 0 'rows': at least one is needed",
                "form: chat | form: chant | 'form' is 'chant': write one of [chat, completion, preference, text]",
                "share: 1, over: grim | share: 1 | recipe 'plain-preferred': 'over' names who gives the rejected reply, in the form 'preference' and no other",
                ", name: the assistant | \"\" | recipe 'about-the-assistant': 'name' says whom the sentences are about, in the form 'text' and no other",
                "name: the assistant | name: the assistant, instruction: bad | recipe 'about-the-assistant': the form 'text' has no prompts, so a part has no 'instruction' and no 'replies'",
                "self: true | self: true, domains: [tea] | a part of 'grim' has 'self' beside 'domains' or 'replies': it is asked about itself or about a domain",
                "recipe: who-it-is | recipe: mostly-plain | world 'tiny' has the recipe 'mostly-plain' twice",
            })
    void whatARecipeAsksForInVainIsNamed(String words, String others, String complaint) {
        TinyWorld world = TinyWorld.whole().with(words, others);

        assertThatThrownBy(() -> world.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("tiny.yaml").toString())
                .hasMessageEndingWith(": " + complaint);
    }
}
