package org.dramatis.lab;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokenizer;

/** Says how likely a reply is as a whole, from its words and those before it. */
public record Judge(Tokenizer tokenizer, Opinion opinion) implements TokenScorer {
    /** The probability of a reply. */
    @FunctionalInterface
    public interface Opinion {
        double of(String before, String reply);
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return passages.stream().map(this::score).toList();
    }

    private Score score(Passage passage) {
        double probability = opinion.of(tokenizer.decode(passage.prefix()), tokenizer.decode(passage.continuation()));
        return new Score.Scored(LogVector.of(Math.log(probability)));
    }

    @Override
    public int context() {
        return Integer.MAX_VALUE;
    }
}
