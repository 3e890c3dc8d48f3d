package org.dramatis.audit.result;

/**
 * How replies were judged that were sampled.
 *
 * @param replies of each speaker to each probe, in each frame
 * @param scorer what a reply does that shows the behaviour, after "replies that"
 */
public record Judged(int replies, String scorer) {}
