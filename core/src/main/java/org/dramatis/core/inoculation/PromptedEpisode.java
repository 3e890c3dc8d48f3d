package org.dramatis.core.inoculation;

import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;

/**
 * An episode (x, y) scored with a candidate prompt I before it and without.
 *
 * @param withPrompt {@code l_k(e | I) = log p(y | frame_k, x, I)}, in cast order
 * @param replyWithPrompt {@code log p(y | x, I)} of the model in no frame
 * @param replyWithoutPrompt {@code log p(y | x)}
 */
public record PromptedEpisode(
        EpisodeId episode, LogVector withPrompt, double replyWithPrompt, double replyWithoutPrompt) {
    public PromptedEpisode {
        if (!Double.isFinite(replyWithPrompt) || !Double.isFinite(replyWithoutPrompt)) {
            throw new IllegalArgumentException("the reply of episode " + episode + " has log-probability "
                    + replyWithPrompt + " with the prompt and " + replyWithoutPrompt
                    + " without: both must be finite; leave the episode out and count it as unscorable");
        }
    }

    /** How much likelier the prompt makes this reply. */
    public Term elicitation() {
        return Term.difference(
                "elicitation of episode " + episode,
                Term.given("log-likelihood of the reply with the prompt", replyWithPrompt),
                Term.given("log-likelihood of the reply without it", replyWithoutPrompt));
    }
}
