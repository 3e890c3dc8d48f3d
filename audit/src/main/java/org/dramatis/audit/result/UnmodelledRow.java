package org.dramatis.audit.result;

import org.dramatis.core.evidence.Episode;
import org.dramatis.core.verdict.RowVerdict;

/** A row that surprises every persona, and what came of reading it again after others of its kind. */
public record UnmodelledRow(Episode episode, RowVerdict verdict) {}
