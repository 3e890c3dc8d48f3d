package org.dramatis.audit.context;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Vectors as text that gives the same bits back: a line each, its numbers in base 64. */
final class VectorText {
    /** Changes with the layout. */
    static final String FORMAT = "1";

    private VectorText() {}

    static String of(List<double[]> vectors) {
        return vectors.stream().map(VectorText::line).collect(Collectors.joining("\n"));
    }

    private static String line(double[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * vector.length);
        bytes.asDoubleBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static List<double[]> read(String text) {
        return text.lines().map(VectorText::vector).toList();
    }

    private static double[] vector(String line) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(line));
        double[] vector = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(vector);
        return vector;
    }
}
