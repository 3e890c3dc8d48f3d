package org.dramatis.model.generate;

import java.util.List;
import org.dramatis.model.text.Tokens;

/** A model that can speak. */
public interface Generator {
    /**
     * Draws one reply to each prompt. The same prompt, place in the list and seed give the same reply, whatever the other
     * prompts are.
     *
     * @param listener hears the text of each reply as it grows
     * @throws IllegalArgumentException when a prompt is empty, fills the context, or has a token that is not in the vocabulary
     */
    List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener);

    default List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed) {
        return generate(prompts, sampling, seed, (prompt, text) -> {});
    }

    /** Hears replies as they grow. Calls for one prompt come in order; those for several may come from several threads. */
    @FunctionalInterface
    interface Listener {
        /** The reply to prompt number {@code prompt} goes on with {@code text}: whole characters, never part of a stop string. */
        void more(int prompt, String text);
    }
}
