package org.dramatis.torch.score;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/**
 * A passage longer than the context, cut into passages that fit and whose continuations, one after the other, are the whole. Each
 * window begins half a context after the one before: every token is conditioned on at least half a context.
 */
final class SlidingWindows {
    private SlidingWindows() {}

    static List<Passage> of(Passage passage, int context) {
        Tokens whole = passage.prefix().followedBy(passage.continuation());
        List<Passage> windows = new ArrayList<>();
        int scored = passage.prefix().length();
        while (scored < whole.length()) {
            int start = start(scored, context);
            int end = Math.min(whole.length(), start + context + 1); // the last token is predicted, never read
            windows.add(new Passage(whole.slice(start, scored), whole.slice(scored, end)));
            scored = end;
        }
        return windows;
    }

    /** The first start, half a context apart each, from which the token at {@code scored} can be predicted. */
    private static int start(int scored, int context) {
        int stride = Math.max(1, context / 2);
        int beyond = Math.max(0, scored - context);
        return (beyond + stride - 1) / stride * stride;
    }
}
