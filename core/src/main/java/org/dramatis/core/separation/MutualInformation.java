package org.dramatis.core.separation;

/**
 * How many bits the attribution tells about the speaker; with K personas between 0 and log2 K.
 *
 * @param plugIn of the counted shares, which is too high by chance
 * @param corrected less the bias that Miller and Madow computed, for judging
 */
public record MutualInformation(double plugIn, double corrected) {}
