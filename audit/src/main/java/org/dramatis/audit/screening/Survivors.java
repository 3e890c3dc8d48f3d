package org.dramatis.audit.screening;

import org.dramatis.audit.result.Screened;
import org.dramatis.core.cast.Cast;

/** Whom a screening left, and what it has to say of the others. */
public record Survivors(Cast cast, Screened screened) {}
