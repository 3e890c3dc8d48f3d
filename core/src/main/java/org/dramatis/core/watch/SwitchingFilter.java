package org.dramatis.core.watch;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Who is speaking, given the turns so far. A turn makes a new state of it; a state can be kept and gone on from.
 *
 * <p>The forward algorithm (Rabiner 1989, Proc. IEEE 77(2)), normalised every turn and in log space. The step of one turn
 * explains itself by {@link #explain}, or as {@code new Posterior(new Cast(personas, filter.expected()), evidence)}.
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
        if (weights.size() != model.deployed().size()) {
            throw new IllegalArgumentException("weights of " + weights.size() + " personas are no state of a model of "
                    + model.deployed().size());
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

    /** The log weight of persona k after one more turn, the number that {@link #after} gives. */
    public Term explain(int k, LogVector evidence) {
        String turn = "turn " + (turns + 1);
        return Term.difference(
                "log weight of persona " + k + " after " + turn,
                Term.sum(
                        "log joint of persona " + k,
                        awaited(k),
                        Term.given("evidence for it of " + turn, evidence.at(k))),
                Term.given("log-likelihood of " + turn, expected().logMixture(evidence)));
    }

    private Term awaited(int k) {
        if (turns == 0) {
            return Term.given("log deployed weight", weights.log(k));
        }
        Term stayed = Term.sum(
                "it was there and stays",
                Term.given("log weight before", weights.log(k)),
                Term.given("log(1 - hazard)", model.logStay()));
        Term came = Term.sum(
                "it arrives",
                Term.given("log arrival weight", model.arrival().log(k)),
                Term.given("log hazard", model.logSwitch()));
        return Term.combined("log weight awaited", Term.Operation.LOG_SUM_EXP, List.of(stayed, came));
    }
}
