package org.dramatis.core.compare;

import java.util.List;
import org.dramatis.core.number.Weights;

/**
 * What the replies to each prompt add up to, under given weights of the mixture: the prompts are the independent
 * units of every interval here.
 *
 * @param ofBase {@code log p_tuned - log p_mixture} over {@code log p_tuned - log p_base}
 * @param perToken {@code log2 p_tuned - log2 p_mixture} over the tokens
 */
record PromptSums(RatioOfMeans ofBase, RatioOfMeans perToken) {
    /** @param weights of the mixture, one for each prompt */
    static PromptSums of(List<List<TunedReply>> prompts, List<Weights> weights) {
        PromptSums sums = new PromptSums(new RatioOfMeans(), new RatioOfMeans());
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            sums.add(prompts.get(prompt), weights.get(prompt));
        }
        return sums;
    }

    private void add(List<TunedReply> replies, Weights weights) {
        double fromMixture = 0;
        double fromBase = 0;
        double tokens = 0;
        for (TunedReply reply : replies) {
            fromMixture += reply.logTuned() - logMixture(reply, weights);
            fromBase += reply.logTuned() - reply.logBase();
            tokens += reply.tokens();
        }
        ofBase.add(fromMixture, fromBase);
        perToken.add(fromMixture / Math.log(2), tokens);
    }

    private static double logMixture(TunedReply reply, Weights weights) {
        double log = weights.logMixture(reply.logPersonas());
        if (log == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("a reply to '" + reply.prompt()
                    + "' is impossible under the mixture of personas fitted on the other prompts: " + weights);
        }
        return log;
    }
}
