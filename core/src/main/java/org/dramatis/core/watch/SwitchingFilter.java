package org.dramatis.core.watch;

import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * Who is speaking, given the turns so far. A turn makes a new state of it; a state can be kept and gone on from.
 *
 * <p>The forward algorithm (Rabiner 1989, Proc. IEEE 77(2)), normalised every turn and in log space. The step of one turn
 * explains itself as {@code new Posterior(new Cast(personas, filter.expected()), evidence)}.
 *
 * @param turns how many turns are in
 * @param weights after the last turn; the deployed weights before the first
 * @param logLikelihood log-probability of all turns so far
 */
public record SwitchingFilter(SwitchingModel model, int turns, Weights weights, double logLikelihood) {
    public SwitchingFilter {
        if (turns < 0) {
            throw new IllegalArgumentException("a chat cannot have " + turns + " turns");
        }
        if (!Double.isFinite(logLikelihood)) {
            throw new IllegalArgumentException(
                    "the log-likelihood of a chat is " + logLikelihood + ": it must be finite");
        }
    }

    /** The weights with which the next turn is awaited. */
    public Weights expected() {
        return turns == 0 ? weights : model.step(weights);
    }

    /**
     * The state after one more turn.
     *
     * @param evidence {@code l_k}, the turn's log-likelihood under each persona, given the chat before it
     * @throws IllegalArgumentException when the turn is impossible under every persona that can be speaking
     */
    public SwitchingFilter after(LogVector evidence) {
        Weights expected = expected();
        double logTurn = expected.logMixture(evidence);
        if (logTurn == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("turn " + (turns + 1)
                    + " has probability 0 under every persona that can be speaking at hazard " + model.hazard());
        }
        return new SwitchingFilter(model, turns + 1, expected.after(evidence), logLikelihood + logTurn);
    }
}
