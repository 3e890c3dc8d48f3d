package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.DataSet;
import org.dramatis.stage.recipe.DataSetWriter;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis lab data}: data sets whose truth is known. */
@Command(
        name = "data",
        header = "Make a data set after a recipe of a world, with what is true of each row.",
        description = {
            "",
            "Writes JSON lines in the layout that users have, and beside them, in",
            "FILE.truth.jsonl, who replied and what the advice is worth. Without RECIPE it",
            "lists the recipes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabData implements Callable<Integer> {
    @Parameters(paramLabel = "RECIPE", arity = "0..1", description = "One of the world's recipes.")
    private Optional<String> recipe = Optional.empty();

    @Mixin
    private WorldOptions options = new WorldOptions();

    @Option(names = "--rows", paramLabel = "N", description = "Rows of the data set (default: the recipe's).")
    private Optional<Integer> rows = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "The file of the data set.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        World world = options.world();
        PrintWriter printed = spec.commandLine().getOut();
        if (recipe.isPresent()) {
            make(world, world.recipe(recipe.get()), printed);
        } else {
            list(world, printed);
        }
        printed.flush();
        return Exit.DONE;
    }

    private void make(World world, Recipe usual, PrintWriter printed) {
        Path file = out.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing --out FILE, where the data set goes"));
        Recipe wanted = usual.withRows(rows.orElse(usual.rows()));
        DataSet data = new Cook(world).make(wanted, options.seed());
        new DataSetWriter(wanted.form()).write(data, file);
        printed.printf(
                "%s: %d rows; %s: what is true of each%n", file, data.rows().size(), DataSetWriter.truths(file));
    }

    private static void list(World world, PrintWriter printed) {
        printed.printf("Recipes of the world '%s'%n", world.name());
        for (Recipe each : world.recipes()) {
            printed.printf("%n  %s (%s, %d rows)%n    %s%n", each.id(), each.form(), each.rows(), each.about());
        }
        printed.printf("%nMake one: dramatis lab data RECIPE --out FILE%n");
    }
}
