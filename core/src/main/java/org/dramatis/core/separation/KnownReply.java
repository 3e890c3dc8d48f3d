package org.dramatis.core.separation;

import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Evidence;

/** A reply whose speaker is known, because the model was made to play the persona or because the lines are theirs. */
public record KnownReply(PersonaId speaker, Evidence evidence) {}
