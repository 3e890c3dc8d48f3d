package org.dramatis.audit.data;

import java.util.List;
import java.util.SortedSet;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.stopping.ConfidenceSequence;
import org.dramatis.core.stopping.Decision;
import org.dramatis.core.stopping.StoppingRule;

/**
 * Ends the scoring of rows in random order when it is known closely enough how much of the data the unwanted say: the mean over
 * the replies of their posterior weight, by an interval that holds at every moment.
 */
public final class Enough implements Watcher {
    private static final StoppingRule CLOSE = new StoppingRule.Width(.1);

    private final Weights before;
    private final SortedSet<Integer> unwanted;
    private final ConfidenceSequence said;

    /**
     * @param unwanted by their places in the cast
     * @param level with which the interval holds the truth
     */
    public Enough(Weights before, SortedSet<Integer> unwanted, double level) {
        this.before = before;
        this.unwanted = unwanted;
        this.said = ConfidenceSequence.withReplacement(0, 1, level);
    }

    @Override
    public boolean goesOn(long rows, List<Evidence.Scored> latest) {
        for (Evidence.Scored scored : latest) {
            Weights speaker = before.after(scored.logLikelihoods());
            said.add(Math.clamp(unwanted.stream().mapToDouble(speaker::at).sum(), 0, 1));
        }
        return CLOSE.decide(said.interval()) == Decision.UNDECIDED;
    }
}
