package org.dramatis.cli;

import picocli.CommandLine.Option;

/** How many threads calculate. */
final class ThreadOptions {
    @Option(names = "--threads", paramLabel = "N", description = "Threads that calculate (default: one per core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    int count() {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads " + threads + " leaves none to calculate: give 1 or more");
        }
        return threads;
    }
}
