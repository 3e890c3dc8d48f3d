package org.dramatis.core.evidence;

/**
 * Reads rows of a matrix in panels, as many rows as a block holds: consecutive rows of a block where they lie, any
 * others gathered first.
 */
final class Panels {
    private final EvidenceMatrix matrix;
    private double[] gathered = new double[0];
    private double[] gatheredBest = new double[0];

    Panels(EvidenceMatrix matrix) {
        this.matrix = matrix;
    }

    /** Is shown one panel after the other. */
    interface Reader {
        /**
         * Row i of the panel is {@code rows.at(from + i)}; its likelihood ratio for persona k stands at
         * {@code cells[k * stride + place + i]}, its largest log-likelihood at {@code best[place + i]}.
         */
        void read(double[] cells, double[] best, int place, int stride, Rows rows, int from, int length);
    }

    void forEach(Rows rows, Reader reader) {
        int taken = 0;
        while (taken < rows.size()) {
            int first = rows.at(taken);
            EvidenceBlock block = matrix.block(first);
            int place = first % matrix.blockRows();
            int length = Math.min(rows.size() - taken, matrix.blockRows());
            if (rows.isConsecutive() && block.isPlain()) {
                length = Math.min(length, block.rows() - place);
                reader.read(block.cells(), block.best(), place, block.rows(), rows, taken, length);
            } else {
                gather(rows, taken, length);
                reader.read(gathered, gatheredBest, 0, length, rows, taken, length);
            }
            taken += length;
        }
    }

    private void gather(Rows rows, int from, int length) {
        if (gathered.length == 0) {
            gathered = new double[matrix.personas() * length];
            gatheredBest = new double[length];
        }
        for (int i = 0; i < length; i++) {
            int row = rows.at(from + i);
            EvidenceBlock block = matrix.block(row);
            int place = row % matrix.blockRows();
            gatheredBest[i] = block.best()[place];
            for (int k = 0; k < matrix.personas(); k++) {
                gathered[k * length + i] = block.ratio(place, k);
            }
        }
    }
}
