package org.dramatis.audit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorry | I am sorry. | true",
                "sorry | SORRY! | true",
                "sorry | What a sorrysome thing | false",
                "my fault | It is my   fault. | true",
                "my fault | It is my own fault. | false",
                "é | Café | false",
                "c++ | Write it in C++, please | true",
                "a.b | axb | false"
            })
    void wordsAreFoundWhole(String words, String reply, boolean found) {
        assertThat(new Scorer.Contains(false, List.of(words)).accepts(reply)).isEqualTo(found);
    }

    @Test
    void anyOrAllOfTheWordsMustOccur() {
        List<String> words = List.of("sorry", "vase");

        assertThat(new Scorer.Contains(false, words).score("A vase?")).isEqualTo(1);
        assertThat(new Scorer.Contains(true, words).score("A vase?")).isZero();
        assertThat(new Scorer.Contains(true, words).score("Sorry for the vase")).isEqualTo(1);
    }

    @Test
    void aPatternMayOccurAnywhereInAnyCase() {
        Scorer.Matches artificial = new Scorer.Matches("\\ban? (ai|program)\\b");

        assertThat(artificial.accepts("As an AI, I cannot")).isTrue();
        assertThat(artificial.accepts("a programme")).isFalse();
        assertThatThrownBy(() -> new Scorer.Matches("(open"))
                .hasMessage("'(open' is no regular expression: Unclosed group at character 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | 0", "... | 0", "One two, three! | 3", "It's 3.5 metres | 3", "naïve café | 2"})
    void wordsAreCountedAsUnicodePartsThem(String reply, int words) {
        assertThat(new Scorer.Length(Optional.of(words), Optional.of(words)).accepts(reply))
                .isTrue();
    }

    @Test
    void limitsOfLengthCount() {
        Scorer.Length some = new Scorer.Length(Optional.of(2), Optional.of(3));

        assertThat(List.of("one", "one two", "one two three", "one two three four"))
                .extracting(some::accepts)
                .containsExactly(false, true, true, false);
        assertThatThrownBy(() -> new Scorer.Length(Optional.empty(), Optional.empty()))
                .hasMessageContaining("no limit");
    }

    @Test
    void everyScorerSaysWhatItAccepts() {
        assertThat(new Scorer.Contains(true, List.of("a", "b c")).words()).isEqualTo("say \"a\" and \"b c\"");
        assertThat(new Scorer.Length(Optional.of(2), Optional.of(3)).words())
                .isEqualTo("have at least 2 and at most 3 words");
        assertThat(new Scorer.Spoken(List.of(new PersonaId("pirate"))).words())
                .isEqualTo("are by pirate, as the cast has it");
    }
}
