package org.dramatis.lab.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.stage.world.World;
import org.dramatis.store.evidence.Fingerprint;

/**
 * Makes the mixtures of every seed and ranks their rows, or finds what an earlier run came to.
 *
 * @param fingerprint of the model
 * @param out a folder, one below for each seed
 * @param rows of each mixture
 */
public record RowTrials(
        World world,
        ChatModel model,
        Inspectable inside,
        Fingerprint fingerprint,
        Calibration calibration,
        Path out,
        int seeds,
        int rows) {
    private static final int FEWEST_ROWS = 50;

    public RowTrials {
        if (seeds < 2) {
            throw new IllegalArgumentException(
                    "mixtures of " + seeds + " seeds: an interval over seeds needs 2 or more");
        }
        if (rows < FEWEST_ROWS) {
            throw new IllegalArgumentException(
                    "mixtures of " + rows + " rows: with fewer than " + FEWEST_ROWS + " none of 2 % would be wrong");
        }
    }

    /** @param said is told what is being done */
    public List<Ranked> run(Consumer<String> said, BooleanSupplier stop) {
        List<Ranked> all = new ArrayList<>();
        Optional<RowExaminer> examiner = Optional.empty();
        for (long seed = 1; seed <= seeds; seed++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException(
                        "stopped before seed " + seed + ": the same command goes on from there");
            }
            Path folder = out.resolve("seed-" + seed);
            Pool pool = Pool.make(world, rows, seed, folder);
            RankedFile file = new RankedFile(folder.resolve("ranked.json"), made(pool));
            Optional<Ranked> known = file.read();
            if (known.isEmpty()) {
                examiner = Optional.of(examiner.orElseGet(() -> {
                    said.accept("who the bare assistant is, and what unwanted answers are like");
                    return RowExaminer.of(world, model, inside, calibration, 1);
                }));
                said.accept("seed " + seed + " of " + seeds + ": " + pool.rows().size() + " rows");
                known = Optional.of(examiner.orElseThrow().examine(pool, rows, seed));
                file.write(known.orElseThrow());
            }
            all.add(known.orElseThrow());
        }
        return all;
    }

    /** Stands for all that the scores depend on. */
    private Fingerprint made(Pool pool) {
        try {
            return Fingerprint.of(
                    fingerprint.toString(),
                    Fingerprint.ofFile(pool.file()).toString(),
                    calibration.name(),
                    String.valueOf(rows));
        } catch (IOException problem) {
            throw new UncheckedIOException(pool.file() + " cannot be read: " + problem.getMessage(), problem);
        }
    }
}
