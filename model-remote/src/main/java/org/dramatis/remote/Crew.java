package org.dramatis.remote;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.dramatis.remote.http.Pace;
import org.dramatis.remote.http.RemoteException;

/** Does pieces of work in order, as many at once as the pace allows. */
record Crew(Pace pace) {

    /** The first failure, behind which no more work is begun; what is under way is finished. */
    Optional<RuntimeException> work(List<? extends Runnable> pieces) {
        AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Runnable piece : pieces) {
                try {
                    pace.acquire();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    threads.shutdownNow();
                    return Optional.of(new RemoteException("the server is no longer waited for", stopped));
                }
                if (failure.get().isPresent()) {
                    pace.release();
                    break;
                }
                threads.execute(() -> {
                    try {
                        piece.run();
                    } catch (RuntimeException problem) {
                        failure.updateAndGet(first -> first.or(() -> Optional.of(problem)));
                    } finally {
                        pace.release();
                    }
                });
            }
        }
        return failure.get();
    }
}
