package org.dramatis.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets long work end in good order when the process is told to (Ctrl-C, SIGTERM): it is asked to stop, and the process waits until
 * it has. An end in the middle of native code would be a crash.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "stop");
    private volatile boolean requested;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the work shall stop. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    private void waitForTheEnd() {
        requested = true;
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
