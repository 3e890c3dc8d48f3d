package org.dramatis.lab.experiment;

import java.util.List;
import org.dramatis.lab.forecast.StartingPoint;

/**
 * What was forecast beside what was observed.
 *
 * @param paces as the pilots tell
 */
public record Outcome(
        Experiment experiment, StartingPoint start, int seeds, Paces paces, List<Pilot> pilots, List<Trial> trials) {
    public Outcome {
        pilots = List.copyOf(pilots);
        trials = List.copyOf(trials);
    }
}
