package org.dramatis.core.evidence;

import java.util.List;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;

/**
 * Several frames of one persona, averaged in probability, token by token.
 *
 * <p>With {@code C_f(t)} the log-probability of the first t reply tokens under frame f, the persona gives them
 * {@code C(t) = log((1/F) sum_f exp(C_f(t)))}, and token t contributes {@code C(t) - C(t-1)}: a frame that explained the
 * beginning well has more say about the rest. The contributions sum to the log-mean-exp of the frames' totals.
 */
public final class FrameAverage {
    private FrameAverage() {}

    /**
     * @param frames for each frame, the log-probability of every reply token
     * @return the persona's contribution of every reply token; a token after an impossible one contributes 0
     */
    public static LogVector perToken(List<LogVector> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a persona without frames gives no probabilities to average");
        }
        int tokens = requireSameTokens(frames);
        double[] soFar = new double[frames.size()];
        double[] contributions = new double[tokens];
        double before = 0;
        for (int t = 0; t < tokens; t++) {
            for (int f = 0; f < soFar.length; f++) {
                soFar[f] += frames.get(f).at(t);
            }
            double after = LogSpace.logMeanExp(soFar);
            contributions[t] = before == Double.NEGATIVE_INFINITY ? 0 : after - before;
            before = after;
        }
        return LogVector.of(contributions);
    }

    private static int requireSameTokens(List<LogVector> frames) {
        int tokens = frames.getFirst().size();
        for (LogVector frame : frames) {
            if (frame.size() != tokens) {
                throw new IllegalArgumentException(
                        "frames scored " + tokens + " and " + frame.size() + " tokens of the same reply");
            }
        }
        return tokens;
    }
}
