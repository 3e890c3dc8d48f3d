package org.dramatis.torch.train;

import java.util.List;

/**
 * Texts that the loss of a step wants together, and what it makes of the log-probabilities of their reply tokens, given text
 * after text in one array.
 */
interface Example {
    List<Text> texts();

    /** What it adds to the loss of the step. */
    double loss(double[] logs);

    /** Whether the slopes depend on the log-probabilities. */
    boolean isCurved();

    /** {@code d loss / d log p} for each reply token; of {@code logs} only the length counts where it is not curved. */
    double[] slopes(double[] logs);

    /** What it adds to what is reported beside the loss. */
    double note(double[] logs);

    default int tokens() {
        return texts().stream().mapToInt(Text::length).sum();
    }

    default int replyTokens() {
        return texts().stream().mapToInt(text -> text.reply().length()).sum();
    }
}
