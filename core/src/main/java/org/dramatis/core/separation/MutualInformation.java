package org.dramatis.core.separation;

/**
 * How many bits the attribution tells about the speaker; with K personas between 0 and log2 K.
 *
 * @param plugIn that of the counted shares, to which chance adds
 * @param corrected less what chance adds on average (Miller and Madow): the one to judge by
 */
public record MutualInformation(double plugIn, double corrected) {}
