package org.dramatis.lab.screening;

import java.util.List;

/**
 * How well screening agrees with exact evidence, and what it costs.
 *
 * @param agreements layer by layer, of sites together, of what an audit screens by, and of that in small casts
 * @param each replies of each persona and seed
 * @param rows of the data set
 * @param most personas that survived
 */
public record ScreeningOutcome(
        List<Agreement> agreements, List<CrowdTrial> crowds, int seeds, int each, int rows, int most) {
    public ScreeningOutcome {
        agreements = List.copyOf(agreements);
        crowds = List.copyOf(crowds);
    }

    /** Of what an audit screens by, in small casts. */
    Agreement inSmallCasts() {
        return agreements.getLast();
    }

    /** Of what an audit screens by. */
    Agreement used() {
        return agreements.get(agreements.size() - 2);
    }
}
