package org.dramatis.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.dramatis.remote.http.Pace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace against a server that is simulated: its time is the test's. */
class PaceTest {
    /** Answers of a server with so many slots; who finds none free waits in line. */
    private static double used(int slots, int questions, int most) throws InterruptedException {
        long service = 1000;
        AtomicLong now = new AtomicLong();
        Pace pace = new Pace(most, now::get);
        PriorityQueue<Long> ends = new PriorityQueue<>();
        PriorityQueue<Long> free = new PriorityQueue<>();
        for (int i = 0; i < slots; i++) {
            free.add(0L);
        }
        for (int asked = 0; asked < questions; asked++) {
            while (!pace.tryAcquire()) {
                now.set(ends.remove());
                pace.release();
            }
            long begins = Math.max(now.get(), free.remove());
            free.add(begins + service);
            ends.add(begins + service);
        }
        while (!ends.isEmpty()) {
            now.set(ends.remove());
            pace.release();
        }
        return questions * (double) service / slots / now.get();
    }

    @ParameterizedTest
    @CsvSource({"1, 2000", "3, 5000", "16, 20000", "48, 40000", "100, 80000"})
    void itFindsAsManyAsKeepAServerBusy(int slots, int questions) throws InterruptedException {
        assertThat(used(slots, questions, 256)).isGreaterThan(.95);
    }
}
