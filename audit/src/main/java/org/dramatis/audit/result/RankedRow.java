package org.dramatis.audit.result;

import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;

/**
 * An episode and what it does.
 *
 * @param push what it adds to the log-odds of the unwanted over the training
 * @param persona the one of the unwanted who most likely says so
 * @param probability that one of the unwanted says so, given who says the data
 * @param personas of each persona, in cast order, the probability that it says so
 * @param tokens of its reply, each with what it says for that persona against the assistant as it is
 */
public record RankedRow(
        Episode episode,
        double push,
        PersonaId persona,
        double probability,
        List<Double> personas,
        List<TokenPush> tokens) {
    public RankedRow {
        personas = List.copyOf(personas);
        tokens = List.copyOf(tokens);
    }

    /** A token as text, and the nats that it says for the persona. */
    public record TokenPush(String text, double nats) {}
}
