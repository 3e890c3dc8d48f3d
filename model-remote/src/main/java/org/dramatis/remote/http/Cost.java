package org.dramatis.remote.http;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** What a server was asked for, and whether more may be. */
public final class Cost {
    private final OptionalLong budget;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();
    private final AtomicLong cached = new AtomicLong();

    /** @param budget tokens that may be sent */
    public Cost(OptionalLong budget) {
        if (budget.isPresent() && budget.getAsLong() < 1) {
            throw new IllegalArgumentException("a budget of " + budget.getAsLong() + " tokens: it must be 1 or more");
        }
        this.budget = budget;
    }

    /**
     * Before tokens are sent, or asked for.
     *
     * @throws RemoteException when the budget does not reach that far
     */
    public void spend(long more) {
        long all = tokens.addAndGet(more);
        if (budget.isPresent() && all > budget.getAsLong()) {
            tokens.addAndGet(-more);
            throw new RemoteException(String.format(
                    Locale.ROOT,
                    "the budget of %,d tokens is spent: what was scored is kept, and the same command goes on from there",
                    budget.getAsLong()));
        }
    }

    /** The server says that it knew so many of them already. */
    public void cached(long known) {
        cached.addAndGet(known);
    }

    void request(boolean repeated) {
        requests.incrementAndGet();
        again.addAndGet(repeated ? 1 : 0);
    }

    public long requests() {
        return requests.get();
    }

    /** Requests that had to be made again. */
    public long repeated() {
        return again.get();
    }

    public long tokens() {
        return tokens.get();
    }

    /** Of those, how many the server says it had read before. */
    public long cached() {
        return cached.get();
    }
}
