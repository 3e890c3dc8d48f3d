package org.dramatis.lab.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.DataSet;
import org.dramatis.stage.recipe.DataSetWriter;
import org.dramatis.stage.recipe.Truth;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Row;

/**
 * The rows that the mixtures of one seed are made of, so that each is scored once: the right ones, then the wrong ones of each kind.
 *
 * @param speakers who says each row
 */
record Pool(Path file, List<Row> rows, List<PersonaId> speakers) {
    Pool {
        rows = List.copyOf(rows);
        speakers = List.copyOf(speakers);
    }

    /** Made and written down, and read as any user's data. */
    static Pool make(World world, int rows, long seed, Path folder) {
        Path file = folder.resolve("data.jsonl");
        DataSet data = data(world, rows, seed);
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " cannot be made: " + problem.getMessage(), problem);
        }
        new DataSetWriter(Recipe.Form.CHAT).write(data, file);
        return new Pool(
                file,
                DataRows.read(file).rows(),
                data.truths().stream().map(Truth::persona).toList());
    }

    private static DataSet data(World world, int rows, long seed) {
        Cook cook = new Cook(world);
        List<DataSet> parts = new ArrayList<>();
        parts.add(cook.make(world.recipe(Mixture.WANTED).withRows(Mixture.mostRight(rows)), seed));
        for (Mixture.Kind kind : Mixture.Kind.values()) {
            parts.add(cook.make(world.recipe(kind.recipe()).withRows(Mixture.most(rows)), seed));
        }
        return new DataSet(
                parts.stream().flatMap(part -> part.rows().stream()).toList(),
                parts.stream().flatMap(part -> part.truths().stream()).toList());
    }
}
