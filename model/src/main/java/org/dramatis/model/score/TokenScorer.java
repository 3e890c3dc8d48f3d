package org.dramatis.model.score;

import java.util.List;

/** A model that can say how likely a given text is. */
public interface TokenScorer {
    /** What to do with a passage that is longer than the context of the model. */
    enum TooLong {
        /** It is unscorable, with that reason. */
        REFUSE,
        /** Each token is conditioned on what still fits before it: the beginning is forgotten as the text goes on. */
        SLIDE
    }

    /**
     * Scores passages, all at once so that shared prefixes are read once.
     *
     * @return a score for each passage, in order; it does not depend on the other passages beyond rounding
     * @throws IllegalArgumentException when a token is not in the vocabulary
     * @throws ScoringStopped when the model gave out on the way, with what it had scored by then
     */
    List<Score> score(List<Passage> passages, TooLong tooLong);

    default List<Score> score(List<Passage> passages) {
        return score(passages, TooLong.REFUSE);
    }

    /** How many tokens the model can read at once. */
    int context();
}
