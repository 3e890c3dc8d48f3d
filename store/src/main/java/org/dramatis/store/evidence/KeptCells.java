package org.dramatis.store.evidence;

import java.util.Map;
import java.util.Optional;

/** What was kept of some episodes in some frames. */
public final class KeptCells {
    private final Map<CellKey, Cell> cells;

    KeptCells(Map<CellKey, Cell> cells) {
        this.cells = cells;
    }

    /** Empty where the evidence has still to be computed. */
    public Optional<Cell> cell(Fingerprint frame, Fingerprint episode) {
        return Optional.ofNullable(cells.get(new CellKey(frame, episode)));
    }

    public int size() {
        return cells.size();
    }
}
