package org.dramatis.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/** A finished chat, read under a switching model: every turn seen in the light of those before and after it. */
public final class ChatReading {
    private final SwitchingModel model;
    private final List<LogVector> turns;
    private final List<SwitchingFilter> states;

    private ChatReading(SwitchingModel model, List<LogVector> turns, List<SwitchingFilter> states) {
        this.model = model;
        this.turns = turns;
        this.states = states;
    }

    /**
     * @param turns the evidence of each turn, given the chat before it
     * @throws IllegalArgumentException when there is no turn, or one is impossible under every persona that can be speaking
     */
    public static ChatReading of(SwitchingModel model, List<LogVector> turns) {
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a chat without a turn tells nothing");
        }
        List<SwitchingFilter> states = new ArrayList<>(turns.size());
        SwitchingFilter state = model.start();
        for (LogVector turn : turns) {
            state = state.after(turn);
            states.add(state);
        }
        return new ChatReading(model, List.copyOf(turns), List.copyOf(states));
    }

    public SwitchingModel model() {
        return model;
    }

    public List<LogVector> turns() {
        return turns;
    }

    /** For every turn, who speaks given it and the turns before: what a monitor would have seen. */
    public List<Weights> filtered() {
        return states.stream().map(SwitchingFilter::weights).toList();
    }

    public double logLikelihood() {
        return states.getLast().logLikelihood();
    }

    /**
     * For every turn, who spoke given the whole chat: the filtered weights times b, the probability of all later turns.
     *
     * <p>{@code b_t(k) = (1 - h) exp(l_k(t+1)) b_t+1(k) + h sum_j a_j exp(l_j(t+1)) b_t+1(j)}, up to a factor, and 1 at the
     * end (the backward algorithm).
     */
    public List<Weights> smoothed() {
        List<Weights> lastFirst = new ArrayList<>(turns.size());
        LogVector logLater = LogVector.of(new double[model.deployed().size()]);
        for (int t = turns.size() - 1; t >= 0; t--) {
            lastFirst.add(states.get(t).weights().after(logLater));
            logLater = backwards(turns.get(t).plus(logLater));
        }
        return List.copyOf(lastFirst.reversed());
    }

    /** Scaled so that the largest is 0: over a long chat the logs would outgrow the digits that tell them apart. */
    private LogVector backwards(LogVector fromHere) {
        double logSwitched = model.logSwitch() + model.arrival().logMixture(fromHere);
        double[] logs = new double[fromHere.size()];
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            logs[k] = LogSpace.logSumExp(model.logStay() + fromHere.at(k), logSwitched);
            max = Math.max(max, logs[k]);
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] -= max;
        }
        return LogVector.of(logs);
    }

    /** The log-likelihood of the chat, turn by turn, each given those before. */
    public Term explain() {
        List<Term> parts = new ArrayList<>(turns.size());
        SwitchingFilter before = model.start();
        for (int t = 0; t < turns.size(); t++) {
            parts.add(Term.given("turn " + (t + 1), before.expected().logMixture(turns.get(t))));
            before = states.get(t);
        }
        return Term.combined("log-likelihood of the chat at hazard " + model.hazard(), Term.Operation.SUM, parts);
    }

    /**
     * The log Bayes factor of this reading's model over a rival: positive where the chat speaks for this model.
     *
     * <p>Summed turn by turn, since two long chats' log-likelihoods would cancel to rounding.
     */
    public Term logBayesFactor(SwitchingModel rival) {
        List<Term> ours = explain().parts();
        List<Term> theirs = of(rival, turns).explain().parts();
        List<Term> parts = new ArrayList<>(turns.size());
        for (int t = 0; t < turns.size(); t++) {
            parts.add(Term.difference("turn " + (t + 1), ours.get(t), theirs.get(t)));
        }
        return Term.combined(
                "log Bayes factor of hazard " + model.hazard() + " over " + rival.hazard(), Term.Operation.SUM, parts);
    }
}
