package org.dramatis.store.evidence;

/** Which cell of a model's evidence. */
record CellKey(Fingerprint frame, Fingerprint episode) {}
