package org.dramatis.remote.http;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many requests are under way at once: as many as make the server faster. The number doubles as long as that answers notably more
 * requests a second, larger ones are tried anew now and then, and it falls when the server says that it is too much.
 *
 * <p>A server that works on s requests at a time is busy from s on; a few more in its queue hide the way there and back.
 */
public final class Pace {
    private static final int FIRST = 8;

    /** A rate is measured over so many answers for each request under way: fewer are mostly those that were asked before. */
    private static final int ROUNDS = 3;

    /** Less is noise. */
    private static final double NOTABLY = 1.1;

    /** After so many measurements without a change a larger number is tried again: servers and rows change. */
    private static final int SETTLED = 30;

    private final int most;
    private final LongSupplier nanoseconds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private int limit;
    private int enough;
    private int underWay;
    private double best;
    private int still;
    private boolean growing = true;
    private int answers;
    private long began;
    private boolean full;

    /** @param most requests at once, whatever the server bears */
    public Pace(int most, LongSupplier nanoseconds) {
        if (most < 1) {
            throw new IllegalArgumentException("at most " + most + " requests at once: 1 or more are needed");
        }
        this.most = most;
        this.nanoseconds = nanoseconds;
        this.limit = Math.min(FIRST, most);
        this.enough = limit;
        this.began = nanoseconds.getAsLong();
    }

    /** Waits until one more may be made. */
    public void acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!tryAcquire()) {
                freed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether one more may be made now. */
    public boolean tryAcquire() {
        lock.lock();
        try {
            boolean free = underWay < limit;
            underWay += free ? 1 : 0;
            full |= !free;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** One was answered, or failed. */
    public void release() {
        lock.lock();
        try {
            underWay--;
            answers++;
            if (answers >= ROUNDS * limit) {
                measured();
            }
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void measured() {
        double rate = answers / (double) Math.max(1, nanoseconds.getAsLong() - began);
        // When nobody had to wait, the requests were the bottleneck and say nothing of the server.
        if (full) {
            adapt(rate);
        }
        restart();
    }

    private void adapt(double rate) {
        if (growing && rate > NOTABLY * best) {
            best = rate;
            enough = limit;
            limit = Math.min(most, 2 * enough);
        } else if (growing) {
            growing = false;
            limit = Math.min(most, enough + (enough + 3) / 4); // enough, and a few that wait at its door
            still = 0;
        } else if (++still >= SETTLED) {
            growing = true;
            best = rate;
            limit = Math.min(most, 2 * enough);
        }
    }

    /** The server says that this is too much. */
    void overloaded() {
        lock.lock();
        try {
            limit = Math.max(1, limit * 7 / 10);
            enough = limit;
            growing = false;
            still = 0;
            restart();
        } finally {
            lock.unlock();
        }
    }

    private void restart() {
        answers = 0;
        began = nanoseconds.getAsLong();
        full = false;
    }

    public int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }
}
