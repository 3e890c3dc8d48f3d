package org.dramatis.lab.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.cast.Cast;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.DataSetWriter;
import org.dramatis.stage.world.Recipe;
import org.dramatis.store.data.Row;
import org.dramatis.store.evidence.Fingerprint;

/**
 * Data sets after recipes, each made and scored once.
 *
 * @param model its fingerprint
 * @param folder below which each has a folder of its own
 */
public record DataSets(StartingPoint start, Fingerprint model, Path folder) {
    /** A data set as any user's: rows read from a file, and what they say. */
    public record DataSet(Path file, List<Row> rows, ScoredData scored) {
        public DataSet {
            rows = List.copyOf(rows);
        }
    }

    public DataSet of(Recipe recipe, long seed) {
        Path place = folder.resolve(recipe.id() + "-" + seed);
        Path file = place.resolve("data.jsonl");
        try {
            Files.createDirectories(place);
            new DataSetWriter(recipe.form()).write(new Cook(start.world()).make(recipe, seed), file);
            List<Row> rows = DataRows.read(file).rows();
            return new DataSet(file, rows, scored(file, rows, place.resolve("evidence.json")));
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be made: " + problem.getMessage(), problem);
        }
    }

    private ScoredData scored(Path data, List<Row> rows, Path file) throws IOException {
        Cast cast = start.cast();
        EvidenceFile kept = new EvidenceFile(
                file,
                Fingerprint.of(
                        model.toString(),
                        cast.personas().toString(),
                        Fingerprint.ofFile(data).toString()));
        return kept.read().orElseGet(() -> {
            ScoredData scored = start.scored(rows);
            kept.write(scored);
            return scored;
        });
    }
}
