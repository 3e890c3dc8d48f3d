package org.dramatis.audit.result;

import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.Estimate;

/**
 * What became of one persona.
 *
 * @param before its weight in the bare assistant
 * @param evidence nats an episode says for it against the assistant as it is, on average
 * @param share of the data that it explains: its weight in the mixture of personas that fits the data best
 * @param after its weight after the training
 * @param tempered the same by Bayes' rule for one character behind all data, which never saturates
 */
public record Standing(
        Persona persona,
        boolean unwanted,
        Estimate before,
        Estimate evidence,
        double share,
        Estimate after,
        double tempered) {}
