package org.dramatis.core.watch;

import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * A chat whose speaker may change between turns: a hidden Markov model.
 *
 * <p>The first turn's persona is drawn from {@code deployed}. Before every later turn, with probability h, a persona is
 * drawn afresh from {@code arrival} (it may be the same one); else the persona stays. From i to j, then, with probability
 * {@code (1 - h) [i = j] + h a_j}. With h = 0 this is Bayes' rule for one speaker.
 *
 * <pre>{@code
 * SwitchingFilter watch = SwitchingModel.of(deployed, 0.01).start();
 * watch = watch.after(evidenceOfFirstTurn);
 * watch = watch.after(evidenceOfSecondTurn);
 * watch.weights();   // who speaks now
 * }</pre>
 *
 * @param deployed the weights before the chat
 * @param hazard h, in [0, 1)
 * @param arrival a: who comes when somebody new comes
 */
public record SwitchingModel(Weights deployed, double hazard, Weights arrival) {
    public SwitchingModel {
        if (!(hazard >= 0 && hazard < 1)) {
            throw new IllegalArgumentException("the hazard of switching is " + hazard + ": it must lie in [0, 1)");
        }
        if (arrival.size() != deployed.size()) {
            throw new IllegalArgumentException("arrival weights for " + arrival.size()
                    + " personas do not belong to deployed weights for " + deployed.size());
        }
    }

    /** Whoever arrives is drawn as the first speaker was. */
    public static SwitchingModel of(Weights deployed, double hazard) {
        return new SwitchingModel(deployed, hazard, deployed);
    }

    /** One speaker for the whole chat. */
    public static SwitchingModel withoutSwitching(Weights deployed) {
        return of(deployed, 0);
    }

    /** The state before the first turn. */
    public SwitchingFilter start() {
        return new SwitchingFilter(this, 0, deployed, 0);
    }

    /** The weights one turn later, before its evidence: {@code (1 - h) w_k + h a_k}. */
    Weights step(Weights weights) {
        double[] logs = new double[weights.size()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = LogSpace.logSumExp(logStay() + weights.log(k), logArrive(k));
        }
        return Weights.softmax(LogVector.of(logs));
    }

    /** {@code log(1 - h)}. */
    double logStay() {
        return Math.log1p(-hazard);
    }

    /** {@code log h}. */
    double logSwitch() {
        return Math.log(hazard);
    }

    /** {@code log(h a_k)}. */
    double logArrive(int k) {
        return logSwitch() + arrival.log(k);
    }
}
