package org.dramatis.audit.framing;

import org.dramatis.core.evidence.Episode;

/** An episode whose reply is given in a voice. */
record Spoken(Voice voice, Episode episode) {}
