package org.dramatis.core.verdict;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Fieller;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Student;
import org.dramatis.core.number.Term;

/**
 * Splits unmodelled training rows into new capability and noise.
 *
 * <pre>{@code
 * learnable share = (S_strangers - S_siblings) / (S_strangers - typical)
 * }</pre>
 *
 * with S the mean surprise over several draws. The ratio of means, with Fieller's interval over the draws, and not the mean
 * of ratios, which one draw with a small denominator would rule.
 *
 * @param typical surprise of an ordinary reply in nats per token, taken as known: a median over many
 * @param requiredShare a row is a capability when the whole interval lies above this, noise when below
 * @param level of the interval
 */
public record Learnability(double typical, double requiredShare, double level) {
    /** Above one half, siblings have brought the row nearer to a typical reply than to where strangers left it. */
    public static final double NEARER_TO_TYPICAL = 0.5;

    public Learnability {
        if (!Double.isFinite(typical)) {
            throw new IllegalArgumentException("the typical surprise is " + typical + ": it must be finite");
        }
        if (!(requiredShare > 0 && requiredShare < 1)) {
            throw new IllegalArgumentException(
                    "the required share is " + requiredShare + ": it must lie between 0 and 1, 0.5 say");
        }
        Interval.requireLevel(level);
    }

    public static Learnability nearerToTypical(double typical, double level) {
        return new Learnability(typical, NEARER_TO_TYPICAL, level);
    }

    /**
     * @param draws each with siblings and strangers of its own, of equal number
     * @throws IllegalArgumentException when there are fewer than two draws
     */
    public RowVerdict judge(List<Rereading> draws) {
        Estimate excess =
                Student.mean(level, draws.stream().mapToDouble(this::excess).toArray());
        return switch (explain(draws)) {
            case Measured.Unmeasurable<Term> _ -> new RowVerdict.NotSurprising(excess);
            case Measured.Known<Term>(Term share) ->
                interval(draws, excess.point(), share.value())
                        .map(interval -> verdict(new Estimate(share.value(), interval)))
                        .orElseGet(() -> new RowVerdict.NotSurprising(excess));
        };
    }

    /** The learnable share, draw by draw; none of a row that after strangers is no more surprising than a typical reply. */
    public Measured<Term> explain(List<Rereading> draws) {
        Term[] gains = new Term[draws.size()];
        Term[] excesses = new Term[draws.size()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = Term.given("gain of draw " + (i + 1), gain(draws.get(i)));
            excesses[i] = Term.given("excess of draw " + (i + 1), excess(draws.get(i)));
        }
        Term excess = Term.combined("surprise beyond a typical reply's", Term.Operation.MEAN, List.of(excesses));
        if (!(excess.value() > 0)) {
            return Measured.unmeasurable("the surprise after strangers exceeds the typical one by " + excess.value()
                    + " nats a token: there is nothing to be learnt a share of");
        }
        Term gain = Term.combined("surprise taken away by siblings", Term.Operation.MEAN, List.of(gains));
        return Measured.known(Term.quotient("learnable share", gain, excess));
    }

    private Optional<Interval> interval(List<Rereading> draws, double excess, double share) {
        double gain = share * excess;
        double gainSquares = 0;
        double excessSquares = 0;
        double products = 0;
        for (Rereading draw : draws) {
            gainSquares += (gain(draw) - gain) * (gain(draw) - gain);
            excessSquares += (excess(draw) - excess) * (excess(draw) - excess);
            products += (gain(draw) - gain) * (excess(draw) - excess);
        }
        int n = draws.size();
        double scale = 1.0 / n / (n - 1);
        return Fieller.interval(
                gain, excess, gainSquares * scale, excessSquares * scale, products * scale, n - 1, level);
    }

    private static double gain(Rereading draw) {
        return draw.afterStrangers() - draw.afterSiblings();
    }

    private double excess(Rereading draw) {
        return draw.afterStrangers() - typical;
    }

    private RowVerdict verdict(Estimate share) {
        if (share.interval().low() > requiredShare) {
            return new RowVerdict.NewCapability(share);
        }
        return share.interval().high() < requiredShare ? new RowVerdict.Noise(share) : new RowVerdict.Undecided(share);
    }
}
