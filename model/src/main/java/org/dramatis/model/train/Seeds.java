package org.dramatis.model.train;

/** Seeds for parts of a run that have nothing to do with each other. */
public final class Seeds {
    private Seeds() {}

    /** Another seed for each number: the output function of SplitMix64 (Steele et al. 2014). */
    public static long mixed(long seed, long number) {
        long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
