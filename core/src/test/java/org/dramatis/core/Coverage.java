package org.dramatis.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How often an interval held the truth in simulations whose truth was known.
 *
 * <p>Every measurement leaves a line in {@code target/interval-coverage.tsv}, which holds those of the last run only.
 * {@code bench/coverage-table} makes docs/results/interval-coverage.md of it from the tests named {@code *CoverageTest}.
 *
 * @param interval what a reader of that table would call the interval
 * @param setting what it was measured on; with the interval it names one row
 */
public record Coverage(String interval, String setting, double stated, int simulations, int held) {
    private static final Path TABLE = emptied(Path.of("target", "interval-coverage.tsv"));

    /**
     * Simulates with a random generator of its own each time, and asks whether the interval held the truth. Simulations
     * run side by side: the question must keep no state.
     */
    public static Coverage of(
            String interval,
            String setting,
            double stated,
            int simulations,
            long seed,
            Predicate<RandomGenerator> heldTruth) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RandomGenerator> generators = Stream.<RandomGenerator>generate(random::split)
                .limit(simulations)
                .toList();
        int held = (int) generators.parallelStream().filter(heldTruth).count();
        return counted(interval, setting, stated, simulations, held);
    }

    /** For simulations that give several intervals each, which are counted one by one. */
    public static Coverage counted(String interval, String setting, double stated, int simulations, int held) {
        Coverage coverage = new Coverage(interval, setting, stated, simulations, held);
        append(interval, setting, stated, Integer.toString(simulations), coverage.share());
        return coverage;
    }

    /** Records a share summed over every outcome, which has no error of simulation, and returns it. */
    public static double exact(String interval, String setting, double stated, double share) {
        append(interval, setting, stated, "enumerated", share);
        return share;
    }

    public double share() {
        return (double) held / simulations;
    }

    /** Four standard errors of a count at the stated level: a correct interval strays further once in 16,000 seeds. */
    public double fourErrors() {
        return 4 * Math.sqrt(stated * (1 - stated) / simulations);
    }

    private static Path emptied(Path table) {
        try {
            Files.createDirectories(table.getParent());
            return Files.writeString(table, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + table, e);
        }
    }

    private static void append(String interval, String setting, double stated, String simulations, double share) {
        String line =
                String.format(Locale.ROOT, "%s\t%s\t%.4f\t%s\t%.4f\n", interval, setting, stated, simulations, share);
        try {
            Files.writeString(TABLE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + TABLE, e);
        }
    }
}
