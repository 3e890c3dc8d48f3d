package org.dramatis.audit.result;

import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;

/**
 * Where an episode stands in the ranking of all that were scored, without its text.
 *
 * @param push what it adds to the log-odds of the unwanted over the training; negative where it takes from them
 * @param probability that one of the unwanted says so, given who says the data
 * @param persona the one of the unwanted who most likely says so
 */
public record RowStanding(EpisodeId episode, double push, double probability, PersonaId persona) {}
