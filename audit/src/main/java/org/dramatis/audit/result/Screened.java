package org.dramatis.audit.result;

import java.util.List;

/**
 * A screening to first order, before exact evidence was computed for the others.
 *
 * @param survivors personas whose evidence was computed
 * @param replies of the data that were read to first order
 * @param own replies of the assistant that were
 * @param out personas left without a number, the likeliest of them first
 */
public record Screened(int survivors, int replies, int own, List<ScreenedOut> out) {
    public Screened {
        out = List.copyOf(out);
    }

    /** The share of the data whose first-order top was left out. */
    public double ofData() {
        return out.stream().mapToDouble(ScreenedOut::data).sum();
    }

    /** The share of the assistant's own replies whose first-order top was left out: what others hold today in its place. */
    public double ofOwn() {
        return out.stream().mapToDouble(ScreenedOut::own).sum();
    }
}
