package org.dramatis.lab.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.util.Arrays;
import java.util.List;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.lab.pretrain.Corpus;
import org.dramatis.lab.pretrain.DocumentTokens;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.document.Document;
import org.dramatis.stage.document.Scribe;
import org.junit.jupiter.api.Test;

class LearntTest {
    private static final int COUNT = 40;
    private static final Corpus CORPUS = new Corpus(new Scribe(WORLD, 1));
    private static final DocumentTokens READER = new DocumentTokens(TEMPLATE, LETTERS);

    /** Gives each token the same probability wherever it stands; refuses what is longer than a limit. */
    private record Frequencies(LogVector logs, int longest) implements TokenScorer {
        @Override
        public List<Score> score(List<Passage> passages, TooLong tooLong) {
            return passages.stream().map(this::score).toList();
        }

        private Score score(Passage passage) {
            return passage.length() > longest
                    ? new Score.Unscorable(new Reason(Reason.Kind.TOO_LONG, passage.length() + " tokens"))
                    : new Score.Scored(
                            LogVector.of(Arrays.stream(passage.continuation().toArray())
                                    .mapToDouble(logs::at)
                                    .toArray()));
        }

        @Override
        public int context() {
            return longest;
        }
    }

    /** Counted apart: each piece once more than it occurs behind the first token of the first 5,000 documents. */
    private static LogVector frequencies() {
        double[] counts = new double[LETTERS.vocabulary()];
        Arrays.fill(counts, 1);
        for (Tokens text : READER.of(CORPUS.first(5_000))) {
            Arrays.stream(text.toArray()).skip(1).forEach(id -> counts[id]++);
        }
        double sum = Arrays.stream(counts).sum();
        return LogVector.of(
                Arrays.stream(counts).map(count -> Math.log(count / sum)).toArray());
    }

    @Test
    void whoKnowsOnlyFrequenciesHasLearntNothing() {
        Learnt learnt = Learnt.of(CORPUS, READER, new Frequencies(frequencies(), 10_000), COUNT);

        assertThat(learnt.model()).isCloseTo(learnt.unigram(), within(1e-9));
        assertThat(learnt.share()).isCloseTo(0, within(1e-9));
        assertThat(learnt.documents()).isEqualTo(COUNT);
    }

    @Test
    void theGrammarIsTheInformationInTheChoicesOverTheTokensThatWereScored() {
        List<Document> unseen = CORPUS.unseen(COUNT);
        List<Tokens> texts = READER.of(unseen);
        int longest = texts.getFirst().length();
        double nats = 0;
        long tokens = 0;
        int documents = 0;
        for (int i = 0; i < COUNT; i++) {
            if (texts.get(i).length() <= longest) {
                nats += unseen.get(i).nats();
                tokens += texts.get(i).length() - 1;
                documents++;
            }
        }
        LogVector alike = uniform();

        Learnt learnt = Learnt.of(CORPUS, READER, new Frequencies(alike, longest), COUNT);

        assertThat(learnt.grammar()).isCloseTo(nats / tokens, within(1e-12));
        assertThat(learnt.model()).isCloseTo(Math.log(LETTERS.vocabulary()), within(1e-12));
        assertThat(learnt.tokens()).isEqualTo(tokens);
        assertThat(learnt.documents()).isEqualTo(documents).isLessThan(COUNT);
    }

    private static LogVector uniform() {
        double[] logs = new double[LETTERS.vocabulary()];
        Arrays.fill(logs, -Math.log(logs.length));
        return LogVector.of(logs);
    }

    @Test
    void theShareIsHowFarTheModelCameFromFrequenciesToTheGrammar() {
        assertThat(new Learnt(5, 2, 1, 1, 1).share()).isEqualTo(.75);
    }
}
