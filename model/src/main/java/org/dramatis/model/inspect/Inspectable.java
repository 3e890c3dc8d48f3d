package org.dramatis.model.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.model.score.Passage;

/** A model whose activations can be read. */
public interface Inspectable {
    /** Number of layers; sites are in layers below this. */
    int layers();

    /** Entries of a direction at any site. */
    int width();

    /**
     * The activations at each site, at chosen positions of a prefix and its continuation, as they go on from there: after any
     * change made at the site.
     *
     * @param text what is read; the continuation, which may be empty, counts as a reply
     * @param positions places in the text, from 0
     * @return for each site a direction per position, in the order of {@code positions}
     * @throws IllegalArgumentException when a site, a position or a token does not exist, or the text exceeds the context
     */
    Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions);

    /**
     * {@code sum_t d log p(y | prefix) / d h_t} at each site: what the reply's log-probability gains to first order, by the unit, from
     * a {@link Change.Add} there. One forward and one backward pass serve any number of directions.
     *
     * @param where such an addition would be made, hence over which positions the sum goes
     * @return for each passage, in order, a direction per site
     * @throws IllegalArgumentException as for {@link #read}, or when a continuation is empty
     */
    List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where);
}
