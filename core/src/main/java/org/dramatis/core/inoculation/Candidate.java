package org.dramatis.core.inoculation;

import org.dramatis.core.number.Estimate;

/**
 * What a prompt does to a data set, in nats per episode. {@link Inoculation#explain} and {@link
 * PromptedEpisode#elicitation} show where its two numbers come from.
 *
 * @param residual the evidence for the bad personas that is left under the prompt; wanted near 0 or below
 * @param elicitation how much likelier the prompt makes the replies
 */
public record Candidate(String prompt, Estimate residual, Estimate elicitation) {
    public Candidate {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("a candidate prompt is blank");
        }
    }
}
