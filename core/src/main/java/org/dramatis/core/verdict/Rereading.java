package org.dramatis.core.verdict;

/**
 * An unmodelled training row read again, twice: after siblings drawn from its own kind of rows, and after as many unrelated
 * rows, the strangers, because any examples in the context make a reply less surprising.
 *
 * @param afterSiblings surprise in nats per token
 * @param afterStrangers surprise in nats per token
 */
public record Rereading(double afterSiblings, double afterStrangers) {
    public Rereading {
        if (!Double.isFinite(afterSiblings) || !Double.isFinite(afterStrangers)) {
            throw new IllegalArgumentException("a row has surprise " + afterSiblings + " after its siblings and "
                    + afterStrangers + " after strangers: both must be finite");
        }
    }
}
