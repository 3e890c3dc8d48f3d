package org.dramatis.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/**
 * The threads that calculate. Each drives libtorch alone: its own pools of threads and those of the matrix products would
 * fight each other.
 */
public final class Workers implements Tasks, AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    /**
     * As many threads as {@code count}.
     *
     * @throws IllegalArgumentException when there is to be none
     */
    public Workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " workers: at least 1 must calculate");
        }
        torch.set_num_threads(1);
        openblas.blas_set_num_threads(1);
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("calculate-", 1).factory());
    }

    public int count() {
        return count;
    }

    /**
     * On the workers; never from one of them, which would wait for itself.
     *
     * @throws RuntimeException that of the first task, in order, that failed; those not begun are given up
     */
    @Override
    public <T> List<T> map(int tasks, IntFunction<T> task) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int index = i;
            futures.add(threads.submit(() -> task.apply(index)));
        }
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException problem) {
            throw unwrapped(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calculating", interrupted);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    private static RuntimeException unwrapped(ExecutionException problem) {
        return switch (problem.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(problem);
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
