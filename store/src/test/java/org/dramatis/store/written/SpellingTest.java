package org.dramatis.store.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> COMMANDS = List.of("help", "completion", "compare");

    @ParameterizedTest
    @CsvSource({
        "hlep, help",
        "hel, help",
        "halp, help",
        "comp, completion",
        "compere, compare",
        "cmopletoin, completion",
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(Spelling.nearest(typed, COMMANDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "he", "train", "elephant"})
    void staysSilentWhenNothingIsNear(String typed) {
        assertThat(Spelling.nearest(typed, COMMANDS)).isEmpty();
    }

    @Test
    void countsEachKindOfSlipOnce() {
        assertThat(Spelling.slips("", "abc")).isEqualTo(3);
        assertThat(Spelling.slips("abc", "abc")).isZero();
        assertThat(Spelling.slips("abc", "acb")).isEqualTo(1);
        assertThat(Spelling.slips("abc", "abcd")).isEqualTo(1);
        assertThat(Spelling.slips("abc", "axc")).isEqualTo(1);
        assertThat(Spelling.slips("ca", "abc")).as("no letter is moved twice").isEqualTo(3);
    }
}
