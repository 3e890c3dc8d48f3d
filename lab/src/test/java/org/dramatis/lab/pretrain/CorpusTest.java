package org.dramatis.lab.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.util.List;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.stage.document.Document;
import org.dramatis.stage.document.Scribe;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final int COUNT = 200;
    private static final DocumentTokens READER = new DocumentTokens(TEMPLATE, LETTERS);

    private final Scribe scribe = new Scribe(WORLD, 1);
    private final Corpus corpus = new Corpus(scribe);

    private static Tokens whole(Demonstration lesson) {
        return lesson.prompt().followedBy(lesson.reply());
    }

    @Test
    void learnsFromTheFirstDocumentsInOrder() {
        assertThat(corpus.lessons(COUNT, READER, Integer.MAX_VALUE))
                .extracting(CorpusTest::whole)
                .containsExactlyElementsOf(READER.of(corpus.first(COUNT)));
    }

    @Test
    void whatIsLongerThanTheContextIsLeftOut() {
        List<Tokens> all = READER.of(corpus.first(COUNT));
        int context = all.getFirst().length();

        List<Demonstration> lessons = corpus.lessons(COUNT, READER, context);

        assertThat(lessons)
                .extracting(CorpusTest::whole)
                .containsExactlyElementsOf(
                        all.stream().filter(text -> text.length() <= context).toList())
                .hasSizeBetween(1, COUNT - 1);
    }

    /**
     * Equal texts prove nothing in a small world, so it is the numbers that must differ: 2^40 documents are more than training
     * can read, and the two further series lie beyond.
     */
    @Test
    void whatIsMeasuredAndWhatIsReadLaterIsNeverRead() {
        List<Document> unseen = corpus.unseen(COUNT);
        List<Tokens> further = corpus.further(COUNT, READER, Integer.MAX_VALUE).stream()
                .map(CorpusTest::whole)
                .toList();

        assertThat(unseen).isEqualTo(scribe.documents(1L << 40, (1L << 40) + COUNT));
        assertThat(further).isEqualTo(READER.of(scribe.documents(1L << 41, (1L << 41) + COUNT)));
        assertThat((long) Recipe.STAGE.steps() * Recipe.STAGE.batch()).isLessThan(1L << 40);
        assertThat(unseen).isNotEqualTo(corpus.first(COUNT));
        assertThat(further).isNotEqualTo(READER.of(unseen)).isNotEqualTo(READER.of(corpus.first(COUNT)));
    }

    @Test
    void aTokenizerIsLearntFromWordsWithoutRoles() {
        assertThat(corpus.words(COUNT))
                .hasSize(COUNT)
                .noneMatch(words -> words.contains("<|"))
                .first()
                .satisfies(words -> assertThat(
                                LETTERS.decode(READER.of(corpus.first(1)).getFirst()))
                        .contains(words.lines().findFirst().orElseThrow()));
    }
}
