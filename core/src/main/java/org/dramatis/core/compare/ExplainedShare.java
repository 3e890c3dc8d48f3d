package org.dramatis.core.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.IndependentEstimates;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * How much of what tuning did is a change of persona.
 *
 * <pre>{@code
 * explained = 1 - KL(tuned || best mixture of base personas) / KL(tuned || base)
 * }</pre>
 *
 * <p>Both divergences are means over replies sampled from the tuned model, of {@code log p_tuned - log p_mixture} and
 * {@code log p_tuned - log p_base}. The share is 1 when a mixture of personas says all that the tuned model says, 0
 * when it says no more of it than the base, below 0 when it says less.
 *
 * <p>Weights fitted on the replies they are judged by flatter the mixture; weights fitted on other prompts handicap
 * it; each by about {@code (personas - 1) / 2} nats over all replies together. The point is the handicapped,
 * cross-fitted one. The interval reaches over those of both, because the best mixture lies between them: where tuning
 * was nothing but a change of persona the handicap alone would exclude the true share, 1, far too often.
 *
 * @param divergenceFromMixture {@code KL(tuned || best mixture)} in nats a reply; an estimate near 0 may fall below it
 * @param divergenceFromBase {@code KL(tuned || base)} in nats a reply
 * @param share the explained share with its interval (Fieller's, over prompts), unless the tuned model does not differ
 *     from base
 * @param residual what no mixture of personas explains, in bits a token
 */
public record ExplainedShare(
        double divergenceFromMixture,
        double divergenceFromBase,
        Measured<Estimate> share,
        Estimate residual,
        int prompts,
        int replies,
        long tokens) {
    public ExplainedShare {
        if (!Double.isFinite(divergenceFromMixture) || !Double.isFinite(divergenceFromBase)) {
            throw new IllegalArgumentException("divergences of " + divergenceFromMixture + " and " + divergenceFromBase
                    + " nats a reply: both must be finite");
        }
        if (prompts < 2 || replies < prompts || tokens < replies) {
            throw new IllegalArgumentException(tokens + " tokens in " + replies + " replies to " + prompts
                    + " prompts: there must be two prompts, a reply to each and a token in each");
        }
    }

    /**
     * @param fitter the weights under which the rows of a matrix are likeliest
     * @param folds how many times the mixture is fitted, each time without one part of the prompts: 5, say
     * @throws IllegalArgumentException when there are fewer prompts than folds, or when a reply is impossible under the
     *     mixture fitted without it
     */
    public static ExplainedShare of(
            List<TunedReply> replies, Function<EvidenceMatrix, Weights> fitter, int folds, double level) {
        Map<String, List<TunedReply>> gathered = new LinkedHashMap<>();
        for (TunedReply reply : replies) {
            gathered.computeIfAbsent(reply.prompt(), _ -> new ArrayList<>()).add(reply);
        }
        List<List<TunedReply>> prompts = List.copyOf(gathered.values());
        PromptSums handicapped = PromptSums.of(prompts, new CrossFit(prompts, fitter).weights(folds));
        Weights flattering = fitter.apply(
                EvidenceMatrix.of(replies.stream().map(TunedReply::logPersonas).toList()));
        PromptSums flattered = PromptSums.of(prompts, Collections.nCopies(prompts.size(), flattering));
        double promptsPerReply = (double) prompts.size() / replies.size();
        Estimate residual = handicapped.perToken().linearised(level);
        return new ExplainedShare(
                handicapped.ofBase().meanNumerator() * promptsPerReply,
                handicapped.ofBase().meanDenominator() * promptsPerReply,
                share(handicapped.ofBase(), flattered.ofBase(), level),
                new Estimate(
                        residual.point(),
                        hull(
                                residual.interval(),
                                flattered.perToken().linearised(level).interval())),
                prompts.size(),
                replies.size(),
                replies.stream().mapToLong(TunedReply::tokens).sum());
    }

    private static Measured<Estimate> share(RatioOfMeans handicapped, RatioOfMeans flattered, double level) {
        double divergence = handicapped.meanDenominator();
        Optional<Interval> ratio = handicapped
                .fieller(level)
                .flatMap(cautious -> flattered.fieller(level).map(bold -> hull(cautious, bold)));
        if (ratio.isEmpty()) {
            return Measured.unmeasurable(
                    "the tuned model does not differ measurably from its base: their divergence is " + divergence
                            + " nats a prompt, which does not clear 0 at level " + level);
        }
        if (divergence < 0) {
            return Measured.unmeasurable("the replies are likelier under the base than under the tuned model, by "
                    + -divergence + " nats a prompt: they must be sampled from the tuned model");
        }
        Interval unexplained = ratio.get();
        return Measured.known(new Estimate(
                1 - handicapped.meanNumerator() / divergence,
                new Interval(1 - unexplained.high(), 1 - unexplained.low(), level)));
    }

    private static Interval hull(Interval a, Interval b) {
        return new Interval(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()), a.level());
    }

    /**
     * The share less that of a control run, which was tuned on data of no persona content and compared on its own
     * replies.
     *
     * <p>The runs are taken as independent. On the same prompts they mostly vary together; the interval is then too
     * wide.
     */
    public Measured<Estimate> against(ExplainedShare control) {
        return switch (share) {
            case Measured.Unmeasurable<Estimate> missing -> missing;
            case Measured.Known<Estimate>(Estimate own) ->
                switch (control.share) {
                    case Measured.Unmeasurable<Estimate>(String reason) ->
                        Measured.unmeasurable("of the control run, " + reason);
                    case Measured.Known<Estimate>(Estimate other) ->
                        Measured.known(IndependentEstimates.difference(own, other));
                };
        };
    }

    /** The explained share as what it was computed from; the same absence where there is no share. */
    public Measured<Term> explain() {
        return switch (share) {
            case Measured.Unmeasurable<Estimate>(String reason) -> Measured.unmeasurable(reason);
            case Measured.Known<Estimate> _ ->
                Measured.known(Term.difference(
                        "share of the tuning that personas explain",
                        Term.given("all of it", 1),
                        Term.quotient(
                                "share left unexplained",
                                Term.given("KL(tuned || best mixture), nats a reply", divergenceFromMixture),
                                Term.given("KL(tuned || base), nats a reply", divergenceFromBase))));
        };
    }

    /** The residual as what it was computed from. */
    public Term explainResidual() {
        return Term.quotient(
                "bits a token that no mixture of personas explains",
                Term.quotient(
                        "bits a reply",
                        Term.given("KL(tuned || best mixture), nats a reply", divergenceFromMixture),
                        Term.given("nats in a bit", Math.log(2))),
                Term.quotient("tokens a reply", Term.given("tokens", (double) tokens), Term.given("replies", replies)));
    }
}
