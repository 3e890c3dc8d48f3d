package org.dramatis.model.inspect;

/**
 * A named place in a transformer where activations can be read and changed.
 *
 * @param layer from 0
 */
public record Site(int layer, Place place) {
    /** Where in the layer. */
    public enum Place {
        /** The residual stream that enters the layer. */
        RESIDUAL_BEFORE,
        /** What attention is about to add to the residual stream. */
        ATTENTION,
        /** What the feed-forward part is about to add to the residual stream. */
        FEED_FORWARD,
        /** The residual stream that leaves the layer. */
        RESIDUAL_AFTER
    }

    public Site {
        if (layer < 0) {
            throw new IllegalArgumentException("a site in layer " + layer + ": layers start at 0");
        }
    }

    public static Site before(int layer) {
        return new Site(layer, Place.RESIDUAL_BEFORE);
    }

    public static Site after(int layer) {
        return new Site(layer, Place.RESIDUAL_AFTER);
    }

    public static Site attention(int layer) {
        return new Site(layer, Place.ATTENTION);
    }

    public static Site feedForward(int layer) {
        return new Site(layer, Place.FEED_FORWARD);
    }
}
