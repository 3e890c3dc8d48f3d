package org.dramatis.audit.result;

import java.util.List;
import org.dramatis.core.number.Estimate;

/** The weights after so many steps, in cast order. */
public record Moment(int step, List<Estimate> weights) {
    public Moment {
        weights = List.copyOf(weights);
    }
}
