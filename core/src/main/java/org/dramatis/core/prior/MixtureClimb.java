package org.dramatis.core.prior;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.ResponsibilitySum;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The way up of a mixture fit: EM with extrapolation (SQUAREM, Varadhan and Roland 2008, Scand. J. Statist. 35), which
 * reads the evidence once a step; then, if that has not arrived, Newton steps. No step ever lowers the likelihood.
 */
final class MixtureClimb {
    /** EM is cheaper than a single curvature while it still strides. */
    private static final int STRIDES = 16;

    /** A curvature is a square matrix of personas: in larger casts a Newton step moves only those that weigh most. */
    private static final int MOST_MOVED = 512;

    /** A Newton step stops short of the boundary, from where EM could not return. */
    private static final double INSIDE = 0.999;

    private final EvidenceMatrix evidence;
    private final RowCounts counts;
    private final double[] pseudo;
    private final MixtureFit.Limits limits;
    private Weights weights;
    private ResponsibilitySum sum;
    private int passes;

    MixtureClimb(EvidenceMatrix evidence, RowCounts counts, double[] pseudo, MixtureFit.Limits limits) {
        this.evidence = evidence;
        this.counts = counts;
        this.pseudo = pseudo;
        this.limits = limits;
        this.weights = Weights.uniform(evidence.personas());
        this.sum = read(weights);
        if (!(sum.rows() > 0)) {
            throw new IllegalArgumentException("no weights can be fitted to " + evidence.rows() + " rows that count "
                    + sum.rows() + " in all: at least one must count");
        }
    }

    MixtureFit toTheTop() {
        while (!isOver()) {
            if (passes > STRIDES) {
                newtonStep();
            } else {
                stride();
            }
        }
        return new MixtureFit(weights, sum.logLikelihood() / sum.rows(), gap(), passes, gap() <= limits.gap());
    }

    private double gap() {
        return sum.optimalityGap();
    }

    private boolean isOver() {
        return gap() <= limits.gap() || passes >= limits.passes();
    }

    private ResponsibilitySum read(Weights at) {
        passes++;
        return evidence.responsibilities(at, Rows.range(0, evidence.rows()), counts)
                .withPseudoRows(pseudo);
    }

    /** Goes to these weights if they are at least as likely; says whether it did. */
    private boolean moveIfBetter(Weights candidate) {
        ResponsibilitySum there = read(candidate);
        if (!(there.logLikelihood() >= sum.logLikelihood())) {
            return false;
        }
        weights = candidate;
        sum = there;
        return true;
    }

    /** One step of EM: {@code w_k <- (1/N) sum_n a_n r_nk}. */
    private Weights step() {
        double[] logs = new double[sum.size()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(sum.responsibility(k));
        }
        return Weights.softmax(LogVector.of(logs));
    }

    private void moveOn() {
        weights = step();
        sum = read(weights);
    }

    /** Two steps of EM, and a leap along the curve they describe. */
    private void stride() {
        Weights start = weights;
        moveOn();
        if (isOver()) {
            return;
        }
        Weights second = step();
        if (!moveIfBetter(leap(start, weights, second))) {
            moveOn();
        }
    }

    /** With r the first change and v the change of the change: {@code w + 2 s r + s^2 v}, s = |r| / |v|. */
    private static Weights leap(Weights start, Weights first, Weights second) {
        double squaredChange = 0;
        double squaredBend = 0;
        for (int k = 0; k < start.size(); k++) {
            squaredChange += Math.pow(first.at(k) - start.at(k), 2);
            squaredBend += Math.pow(second.at(k) - 2 * first.at(k) + start.at(k), 2);
        }
        double length = squaredBend == 0 ? 1 : Math.max(1, Math.sqrt(squaredChange / squaredBend));
        double[] logs = new double[start.size()];
        for (int k = 0; k < logs.length; k++) {
            double change = first.at(k) - start.at(k);
            double bend = second.at(k) - 2 * first.at(k) + start.at(k);
            double leapt = start.at(k) + 2 * length * change + length * length * bend;
            // EM can shrink a weight but never revive a zero: a leap out of the simplex lands close inside it.
            logs[k] = Math.log(Math.max(leapt, 0.01 * second.at(k)));
        }
        return Weights.softmax(LogVector.of(logs));
    }

    /** Towards the minimum of the quadratic model, halving the way until the likelihood rises; then a step of EM. */
    private void newtonStep() {
        int[] moved = mostPromising();
        double[] from = weights.toArray();
        double[] target = from.clone();
        double[] minimum = NewtonStep.minimum(from, moved, sum, meanCurvature(from, moved));
        for (int i = 0; i < moved.length; i++) {
            target[moved[i]] = minimum[i];
        }
        for (double way = INSIDE; way > 1e-4 && !isOver(); way /= 2) {
            double[] logs = new double[from.length];
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.log(from[k] + way * (target[k] - from[k]));
            }
            if (moveIfBetter(Weights.softmax(LogVector.of(logs)))) {
                break;
            }
        }
        if (!isOver()) {
            moveOn();
        }
    }

    /** The personas whose weight could change most: by what they weigh, and by how much likelihood more of them brings. */
    private int[] mostPromising() {
        double[] promise = new double[sum.size()];
        for (int k = 0; k < promise.length; k++) {
            promise[k] = Math.max(weights.at(k), sum.slope(k) - 1);
        }
        return IntStream.range(0, promise.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -promise[k]))
                .limit(MOST_MOVED)
                .mapToInt(k -> k)
                .sorted()
                .toArray();
    }

    private double[] meanCurvature(double[] at, int[] moved) {
        double[] curvature = evidence.curvature(weights, counts, moved);
        for (int i = 0; i < moved.length; i++) {
            int k = moved[i];
            if (pseudo[k] > 0) {
                curvature[i * moved.length + i] += pseudo[k] / (at[k] * at[k]);
            }
        }
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] /= sum.rows();
        }
        return curvature;
    }
}
