package org.dramatis.lab.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dramatis.lab.tokenizer.BytePairs.Pair;
import org.junit.jupiter.api.Test;

/** In vocabularies of this kind {@code Ġ} stands for a space. */
class BytePairsTest {

    /** Words: aab, Ġaab twice, Ġab. First a-b occurs 4 times, then a-ab 3 times, then Ġ-aab twice, then nothing twice. */
    @Test
    void mergesTheMostFrequentPairAgainAndAgain() {
        assertThat(BytePairs.learn(List.of("aab aab", " aab ab"), 10).merges())
                .containsExactly(new Pair("a", "b"), new Pair("a", "ab"), new Pair("Ġ", "aab"));
    }

    @Test
    void learnsNoMoreThanIsAskedFor() {
        assertThat(BytePairs.learn(List.of("aab aab aab ab"), 2).merges())
                .containsExactly(new Pair("a", "b"), new Pair("a", "ab"));
        assertThat(BytePairs.learn(List.of("aab aab"), 0).merges()).isEmpty();
    }

    /** Words: cd, Ġab twice, Ġcd. a-b, c-d and Ġ-a occur twice each. */
    @Test
    void ofEquallyFrequentPairsTakesTheFirstInTheAlphabet() {
        assertThat(BytePairs.learn(List.of("cd ab cd ab"), 2).merges())
                .containsExactly(new Pair("a", "b"), new Pair("c", "d"));
    }

    @Test
    void whatOccursOnceIsNotWorthAPiece() {
        assertThat(BytePairs.learn(List.of("abcdef"), 10).merges()).isEmpty();
        assertThat(BytePairs.learn(List.of(), 10).merges()).isEmpty();
    }

    @Test
    void noPieceReachesFromOneWordIntoTheNext() {
        assertThat(BytePairs.learn(List.of("ab. ab. ab. ab."), 10).merges())
                .extracting(Pair::joined)
                .containsExactly("ab", "Ġab");
    }

    @Test
    void aRunOfOneLetterIsMergedFromTheLeft() {
        assertThat(BytePairs.learn(List.of("xxx", "xxx"), 10).merges())
                .containsExactly(new Pair("x", "x"), new Pair("xx", "x"));
    }

    @Test
    void lettersBeyondAsciiArePairsOfBytes() {
        assertThat(BytePairs.learn(List.of("é", "é"), 10).merges()).containsExactly(new Pair("Ã", "©"));
    }

    @Test
    void theVocabularyIsEveryByteAndThenWhatWasMerged() {
        List<String> vocabulary = BytePairs.learn(List.of("aab aab aab ab"), 10).vocabulary();

        assertThat(vocabulary).doesNotHaveDuplicates().hasSize(256 + 3);
        assertThat(vocabulary.subList(0, 256)).isSorted().allMatch(piece -> piece.length() == 1);
        assertThat(vocabulary.subList(256, 259)).containsExactly("ab", "aab", "Ġaab");
    }
}
