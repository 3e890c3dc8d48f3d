package org.dramatis.lab.screening;

import java.util.function.Supplier;

/** What some work came to, and how long it took. */
record Timed<T>(T value, double seconds) {
    static <T> Timed<T> of(Supplier<T> work) {
        long began = System.nanoTime();
        T value = work.get();
        return new Timed<>(value, (System.nanoTime() - began) / 1e9);
    }
}
