package org.dramatis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.evidence.ResponsibilitySum;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.MixtureFit;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.WeightedReplies;

/**
 * Dramatis' side of {@code bench/compare core}: {@code CoreWork FILE ROWS PERSONAS} reads raw doubles, row by row, and
 * prints seconds and results, a name a line. Its work and its names are those of {@code compare.d/core/peer.py}.
 */
public final class CoreWork {
    private static final int EM_PASSES = 50;
    private static final double GAP = 1e-6;
    private static final int BATCH = 1_000;
    private static final int FULL_STEPS = 20;
    private static final double RATE = 1;
    private static final int BUFFER_BYTES = 1 << 18;

    private final PrintStream out;

    private CoreWork(PrintStream out) {
        this.out = out;
    }

    @SuppressWarnings("SystemOut") // a program that other programs read
    public static void main(String[] arguments) throws Exception {
        new CoreWork(System.out)
                .run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private void run(Path file, int rows, int personas) throws Exception {
        EvidenceMatrix evidence = timed("load", () -> read(file, rows, personas));
        Weights uniform = Weights.uniform(personas);
        report("em.weights", timed("em", () -> climb(evidence, uniform)));
        MixtureFit fit =
                timed("prior", () -> MixtureFit.of(evidence, RowCounts.ONCE, new MixtureFit.Limits(GAP, 100_000)));
        out.println("prior.passes " + fit.passes());
        report("prior.weights", fit.weights());
        TrainingPlan epoch = TrainingPlan.inOrder(rows, BATCH, rows / BATCH);
        report("epoch.weights", timed("epoch", () -> select(uniform, evidence, epoch)));
        TrainingPlan full = TrainingPlan.fullBatch(rows, FULL_STEPS);
        report("full.weights", timed("full", () -> select(uniform, evidence, full)));
        out.println("peak " + peakBytes());
    }

    static EvidenceMatrix read(Path file, int rows, int personas) throws IOException {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(personas);
        double[] row = new double[personas];
        int rowsAtOnce = Math.max(1, BUFFER_BYTES / Double.BYTES / personas);
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(rowsAtOnce * personas * Double.BYTES).order(ByteOrder.nativeOrder());
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        try (FileChannel channel = FileChannel.open(file)) {
            for (int taken = 0; taken < rows; taken += rowsAtOnce) {
                int count = Math.min(rowsAtOnce, rows - taken);
                bytes.clear().limit(count * personas * Double.BYTES);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes) < 0) {
                        throw new IOException(file + " ends before row " + rows);
                    }
                }
                doubles.clear();
                for (int i = 0; i < count; i++) {
                    doubles.get(row);
                    builder.add(row);
                }
            }
        }
        return builder.build();
    }

    private static Weights climb(EvidenceMatrix evidence, Weights start) {
        Weights weights = start;
        for (int pass = 0; pass < EM_PASSES; pass++) {
            ResponsibilitySum sum = evidence.responsibilities(weights);
            double[] logs = new double[sum.size()];
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.log(sum.responsibility(k));
            }
            weights = Weights.softmax(LogVector.of(logs));
        }
        return weights;
    }

    private static Weights select(Weights start, EvidenceMatrix evidence, TrainingPlan plan) {
        return Selection.run(start, WeightedReplies.supervised(evidence), plan, RATE)
                .end();
    }

    private <T> T timed(String name, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        out.println(name + " " + (System.nanoTime() - start) / 1e9);
        return result;
    }

    private void report(String name, Weights weights) {
        StringBuilder line = new StringBuilder(name);
        for (double weight : weights.toArray()) {
            line.append(' ').append(weight);
        }
        out.println(line);
    }

    /** The most memory this process ever held, as the kernel of Linux counts it. */
    private static long peakBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
