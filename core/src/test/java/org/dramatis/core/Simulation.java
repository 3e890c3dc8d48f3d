package org.dramatis.core;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** How often something holds over independent runs. */
public final class Simulation {
    private Simulation() {}

    public static double share(int runs, long seed, Predicate<RandomGenerator> holds) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 0;
        for (int run = 0; run < runs; run++) {
            if (holds.test(random.split())) {
                count++;
            }
        }
        return (double) count / runs;
    }

    /** Four standard errors of a share measured over so many runs: a true share strays further once in 16,000 tests. */
    public static double fourErrors(double share, int runs) {
        return 4 * Math.sqrt(share * (1 - share) / runs);
    }
}
