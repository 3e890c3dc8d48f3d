package org.dramatis.bench;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.Workers;

/** What this machine reaches in products of large square matrices, all workers at once. */
final class MatrixPeak {
    private static final int SIDE = 1024;
    private static final int PRODUCTS = 40;

    private MatrixPeak() {}

    static double flopsPerSecond(int count) {
        try (Workers workers = new Workers(count)) {
            workers.map(count, worker -> multiply(4));
            long began = System.nanoTime();
            List<Integer> done = workers.map(count, worker -> multiply(PRODUCTS));
            double seconds = (System.nanoTime() - began) / 1e9;
            int products = done.stream().mapToInt(Integer::intValue).sum();
            return products * 2.0 * SIDE * SIDE * SIDE / seconds;
        }
    }

    private static int multiply(int times) {
        try (PointerScope _ = new PointerScope()) {
            Tensor a = torch.randn(SIDE, SIDE);
            Tensor b = torch.randn(SIDE, SIDE);
            for (int i = 0; i < times; i++) {
                try (PointerScope _ = new PointerScope()) {
                    a.matmul(b);
                }
            }
            return times;
        }
    }
}
