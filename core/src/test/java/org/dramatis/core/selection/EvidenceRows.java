package org.dramatis.core.selection;

import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;

/** Made-up evidence for tests. */
final class EvidenceRows {
    private EvidenceRows() {}

    /** Evidence uniform over {@code spread} nats. */
    static EvidenceMatrix random(int rows, int personas, double spread, RandomGenerator random) {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(personas);
        for (int n = 0; n < rows; n++) {
            builder.add(random.doubles(personas, -spread, 0).toArray());
        }
        return builder.build();
    }

    /** Rows that the persona in {@code speakers} explains better than the others by so many nats. */
    static EvidenceMatrix spokenBy(int[] speakers, int personas, double nats) {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(personas);
        for (int speaker : speakers) {
            double[] row = new double[personas];
            row[speaker] = nats;
            builder.add(row);
        }
        return builder.build();
    }
}
