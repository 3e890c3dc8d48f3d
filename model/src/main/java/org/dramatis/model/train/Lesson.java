package org.dramatis.model.train;

import java.util.List;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/** What is learnt from, and how the loss is made of it. An example is a demonstration, a preference or a prompt. */
public sealed interface Lesson {
    /** How many examples there are. */
    int size();

    /** {@code - sum_e w_e log p(reply_e | prompt_e) / sum_e w_e |reply_e|} over the examples e of a step. */
    record Imitation(List<Demonstration> demonstrations) implements Lesson {
        public Imitation {
            demonstrations = List.copyOf(demonstrations);
            requireSome(demonstrations.size(), "demonstrations");
        }

        @Override
        public int size() {
            return demonstrations.size();
        }
    }

    /**
     * Direct preference optimisation (Rafailov et al. 2023): the mean over the pairs of a step of
     * {@code - log sigmoid(beta (log p/p0 (chosen) - log p/p0 (rejected)))}, with p0 the model at the start.
     *
     * @param beta how dear it is to move away from p0; .1 is usual
     */
    record Preferences(List<Preference> pairs, double beta) implements Lesson {
        public Preferences {
            pairs = List.copyOf(pairs);
            requireSome(pairs.size(), "pairs");
            Checks.requireAbove(0, "beta", beta);
        }

        @Override
        public int size() {
            return pairs.size();
        }
    }

    /**
     * Policy gradient with a group as its own baseline (GRPO, Shao et al. 2024), on replies drawn anew in each step: the mean
     * over all reply tokens t of {@code - A log p_t + k (p0_t/p_t - log p0_t/p_t - 1)}, where the advantage A of a reply is
     * {@code (reward - mean)/(standard deviation + 1e-4)} within the replies to its prompt, and only {@code log p_t}, and p_t
     * beside k, has a gradient.
     *
     * @param group replies to each prompt, at least 2
     * @param sampling how they are drawn: with at most one stop token, which is learnt with the reply that it ended. The
     *     gradient is that of the mean reward only where they are drawn from the model's own distribution
     * @param divergence k, what it costs to move away from p0, the model at the start; 0 for nothing
     */
    record Rewarded(List<Tokens> prompts, Reward reward, int group, Sampling sampling, double divergence)
            implements Lesson {
        public Rewarded {
            prompts = List.copyOf(prompts);
            requireSome(prompts.size(), "prompts");
            Checks.require(prompts.stream().noneMatch(Tokens::isEmpty), "a prompt", "empty", "at least one token");
            Checks.require(group >= 2, "the group", group, "at least 2 replies, to compare them with each other");
            Checks.require(
                    sampling.stopTokens().length() <= 1,
                    "the number of stop tokens",
                    sampling.stopTokens().length(),
                    "at most 1, so that it is known which of them ended a reply");
            Checks.requireFrom(0, "the weight of the divergence", divergence);
        }

        @Override
        public int size() {
            return prompts.size();
        }
    }

    private static void requireSome(int count, String what) {
        Checks.require(count > 0, "the number of " + what, count, "at least 1");
    }
}
