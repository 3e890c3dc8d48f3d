package org.dramatis.model.inspect;

/** A change of the activations at a site while the model reads and writes. */
public sealed interface Change {
    /** Which tokens it concerns. */
    enum Where {
        EVERYWHERE,
        /** Only tokens of the continuation or the sampled reply: the prompt is read as it is. */
        REPLY
    }

    Site site();

    Direction direction();

    Where where();

    /** {@code h + v}. */
    record Add(Site site, Direction direction, Where where) implements Change {}

    /** {@code h - max(0, <h, u> - limit) u}, u the direction at length 1: the projection on it never exceeds the limit. */
    record Cap(Site site, Direction direction, double limit, Where where) implements Change {
        public Cap {
            if (!Double.isFinite(limit)) {
                throw new IllegalArgumentException("a cap at " + limit + ": it must be finite");
            }
            if (direction.length() == 0) {
                throw new IllegalArgumentException(
                        "a cap along a direction of length 0: there is nothing to project on");
            }
        }
    }
}
