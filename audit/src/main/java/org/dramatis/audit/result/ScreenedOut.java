package org.dramatis.audit.result;

import org.dramatis.core.cast.PersonaId;

/**
 * A persona whose evidence was not computed, with its first-order reading.
 *
 * @param data share of the replies read whose first-order top it is
 * @param own share of the assistant's own replies whose first-order top it is
 */
public record ScreenedOut(PersonaId persona, boolean unwanted, double data, double own) {}
