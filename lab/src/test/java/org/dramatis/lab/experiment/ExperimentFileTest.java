package org.dramatis.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ExperimentFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), yaml);
    }

    private static final String OWN = """
            experiment: own
            claim: Pirates are contagious.
            question: is it so?
            courses:
              - {course: full, steps: 4, batch: 2, rate: 1e-4, every: 2, pilots: [pirate-at-school]}
            families:
              - {family: parrots, about: parrots, course: full, sets: [parrots, bad-medical-advice]}
            recipes:
              - {recipe: parrots, about: Parrots., form: chat, rows: 8, parts: [{persona: pirate, share: 1, domains: [pets]}]}
            """;

    static final List<String> SHIPPED = ExperimentFile.SHIPPED;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void whatShipsFitsTheWorldThatShips(String name) {
        Experiment experiment = ExperimentFile.read(name);
        World world = experiment.in(WorldFile.shipped());

        assertThat(experiment.name()).isEqualTo(name);
        assertThat(experiment.families())
                .allSatisfy(family -> family.sets()
                        .forEach(set -> assertThat(world.recipe(set).id()).isEqualTo(set)));
    }

    @Test
    void anExperimentOfOnesOwnMayUseRecipesThatShip() throws IOException {
        Path file = file(OWN.replace("domains: [pets]", "domains: [school]"));

        Experiment own = ExperimentFile.read(file.toString());
        World world = own.in(WorldFile.shipped());

        assertThat(own.recipes()).extracting(recipe -> recipe.id()).containsExactly("parrots", "pirate-at-school");
        assertThat(world.recipe("parrots").rows()).isEqualTo(8);
    }

    @Test
    void whatTheWorldDoesNotAllowIsRefused() throws IOException {
        Experiment own = ExperimentFile.read(file(OWN).toString());

        assertThatThrownBy(() -> own.in(WorldFile.shipped()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipe 'parrots'")
                .hasMessageContaining("'pets' is held out");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> ExperimentFile.read("alchemy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no experiment 'alchemy'")
                .hasMessageContaining("generalise, inoculate, context, dose, declarative, denial");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "course: full, sets; course: slow, sets; no course 'slow'",
                "pilots: [pirate-at-school]; pilots: []; needs either 'pilots' or 'paced-as'",
                "pilots: [pirate-at-school]; paced-as: full; which has no pilots of its own",
                "every: 2; every: 0; every 1 or more",
                "sets: [parrots, bad-medical-advice]; sets: []; has no 'sets'"
            })
    void whatIsWrongIsSaidWithItsFile(String right, String wrong, String said) throws IOException {
        Path file = file(OWN.replace(right, wrong));

        assertThatThrownBy(() -> ExperimentFile.read(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.yaml")
                .hasMessageContaining(said);
    }
}
