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
 * <p>Every measurement leaves a line in {@code target/interval-coverage.tsv}, from which docs/results are written.
 */
public record Coverage(String interval, String setting, double stated, int simulations, int held) {
    private static final Path TABLE = Path.of("target", "interval-coverage.tsv");

    /** Simulates with a random generator of its own each time, and asks whether the interval held the truth. */
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
        return of(interval, setting, stated, generators, heldTruth);
    }

    /** Asks the same of simulations that were already run. */
    public static <T> Coverage of(
            String interval, String setting, double stated, List<T> simulations, Predicate<T> heldTruth) {
        int held = (int) simulations.parallelStream().filter(heldTruth).count();
        Coverage coverage = new Coverage(interval, setting, stated, simulations.size(), held);
        coverage.record();
        return coverage;
    }

    public double share() {
        return (double) held / simulations;
    }

    /** Four standard errors of a count at the stated level: a correct interval strays further once in 16,000 seeds. */
    public double fourErrors() {
        return 4 * Math.sqrt(stated * (1 - stated) / simulations);
    }

    private void record() {
        String line =
                String.format(Locale.ROOT, "%s\t%s\t%s\t%d\t%.4f%n", interval, setting, stated, simulations, share());
        try {
            Files.writeString(TABLE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + TABLE, e);
        }
    }
}
