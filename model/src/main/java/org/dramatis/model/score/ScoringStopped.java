package org.dramatis.model.score;

import java.util.List;
import java.util.Optional;

/** A model gave out while it scored. What it had scored by then is worth keeping: it may have been paid for. */
public final class ScoringStopped extends RuntimeException {
    private final transient List<Optional<Score>> scores;

    /** @param scores of the passages in order, those that were reached */
    public ScoringStopped(List<Optional<Score>> scores, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.scores = List.copyOf(scores);
    }

    public List<Optional<Score>> scores() {
        return scores;
    }
}
