package org.dramatis.model.train;

import org.dramatis.model.generate.Sample;
import org.dramatis.model.text.Tokens;

/** What a reply is worth. */
@FunctionalInterface
public interface Reward {
    /** A finite number; the same for the same prompt and reply, so that training can go on where it stopped. */
    double of(Tokens prompt, Sample reply);
}
