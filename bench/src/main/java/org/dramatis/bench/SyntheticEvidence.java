package org.dramatis.bench;

import java.util.SplittableRandom;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;

/** Rows that one persona each explains best by three nats, in noise that makes the cast overlap. */
final class SyntheticEvidence {
    private SyntheticEvidence() {}

    static EvidenceMatrix of(int rows, int personas) {
        SplittableRandom random = new SplittableRandom(1);
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(personas);
        double[] row = new double[personas];
        for (int n = 0; n < rows; n++) {
            for (int k = 0; k < personas; k++) {
                row[k] = -50 + 1.5 * random.nextGaussian();
            }
            // The lesser of two draws: some personas speak more often than others.
            row[Math.min(random.nextInt(personas), random.nextInt(personas))] += 3;
            builder.add(row);
        }
        return builder.build();
    }
}
