package org.dramatis.model.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/** A model whose activations can be read. */
public interface Inspectable {
    /** Number of layers; sites are in layers below this. */
    int layers();

    /** Entries of a direction at any site. */
    int width();

    /**
     * The activations at each site, at chosen positions of a text.
     *
     * @param positions places in the text, from 0
     * @return for each site a direction per position, in the order of {@code positions}
     * @throws IllegalArgumentException when a site, a position or a token does not exist, or the text exceeds the context
     */
    Map<Site, List<Direction>> read(Tokens text, Set<Site> sites, List<Integer> positions);

    /**
     * {@code d log p(y | prefix) / d h_site} for every passage at once, summed over all its positions: the push of the reply on
     * the activations, which the first-order evidence of persona vectors is made of.
     *
     * @return for each passage, in order, a direction per site
     * @throws IllegalArgumentException as for {@link #read}, or when a continuation is empty
     */
    List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites);
}
