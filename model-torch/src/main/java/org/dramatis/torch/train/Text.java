package org.dramatis.torch.train;

import org.dramatis.model.text.Tokens;

/** A prompt and a reply, neither empty. */
record Text(Tokens prompt, Tokens reply) {
    /** Tokens that are read: the last one is only predicted. */
    int length() {
        return prompt.length() + reply.length() - 1;
    }

    Tokens read() {
        return prompt.followedBy(reply).slice(0, length());
    }
}
