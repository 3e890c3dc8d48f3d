package org.dramatis.core.stopping;

/** What a stopping rule makes of an interval. */
public enum Decision {
    /** The mean lies above the threshold. */
    ABOVE,
    /** The mean lies below the threshold. */
    BELOW,
    /** The mean is known as closely as was asked for. */
    CLOSE_ENOUGH,
    /** Go on reading. */
    UNDECIDED
}
