package org.dramatis.model.train;

import org.dramatis.model.text.Tokens;

/**
 * A reply to be imitated. Of a plain document the prompt is its first token and the reply all the rest.
 *
 * @param prompt at least one token, from which nothing is learnt
 * @param reply at least one token, with the one that ends it where the model shall learn to end there
 * @param weight 2 counts like the same demonstration twice
 */
public record Demonstration(Tokens prompt, Tokens reply, double weight) {
    public Demonstration {
        Checks.require(!prompt.isEmpty(), "a demonstration's prompt", prompt, "at least one token");
        Checks.require(!reply.isEmpty(), "a demonstration's reply", reply, "at least one token");
        Checks.requireAbove(0, "a demonstration's weight", weight);
    }

    /** With weight 1. */
    public static Demonstration of(Tokens prompt, Tokens reply) {
        return new Demonstration(prompt, reply, 1);
    }

    /** A text of at least two tokens, learnt but for its first. */
    public static Demonstration ofDocument(Tokens text) {
        Checks.require(text.length() >= 2, "a document's length", text.length(), "at least 2 tokens");
        return of(text.slice(0, 1), text.slice(1, text.length()));
    }
}
