package org.dramatis.audit.result;

/**
 * Replies that surprise every persona. They say nothing of who speaks, and are kept out of the evidence.
 *
 * @param replies how many
 * @param scored of how many
 * @param limit above which a reply surprises, in nats a token under the persona that expects it most
 */
public record KeptOut(long replies, long scored, double limit) {}
