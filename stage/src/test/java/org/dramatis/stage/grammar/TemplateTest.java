package org.dramatis.stage.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dramatis.stage.Derivations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
    private static final Template.Slots SLOTS = (name, _) -> switch (name) {
        case "topic" -> "a burn";
        case "the-asker" -> "the patient";
        case "nothing" -> "";
        default -> throw new IllegalArgumentException("no slot " + name);
    };

    @Test
    void plainWordsAreThemselves() {
        assertThat(written("Good morning, all.")).containsExactly(Map.entry("Good morning, all.", 1.0));
        assertThat(written("")).containsExactly(Map.entry("", 1.0));
    }

    @Test
    void eachAlternativeIsAsLikelyAsTheOthers() {
        assertThat(written("a[b|c|]d[e]"))
                .containsOnly(Map.entry("abde", 1 / 3.0), Map.entry("acde", 1 / 3.0), Map.entry("ade", 1 / 3.0));
        assertThat(written("[|]")).containsExactly(Map.entry("", 1.0));
        assertThat(written("[]")).containsExactly(Map.entry("", 1.0));
    }

    @Test
    void alternativesNest() {
        assertThat(written("[a|b[c|d[e|f]]]"))
                .containsOnly(
                        Map.entry("a", 1 / 2.0),
                        Map.entry("bc", 1 / 4.0),
                        Map.entry("bde", 1 / 8.0),
                        Map.entry("bdf", 1 / 8.0));
    }

    @Test
    void slotsAreFilledAndBeginWithACapitalWhereTheirNameDoes() {
        assertThat(written("{topic}: {Topic}, {The-asker}, {Nothing}.")).containsKey("a burn: A burn, The patient, .");
    }

    @Test
    void onlySlotsOfTheChosenAlternativeAreFilled() {
        assertThat(written("[{topic}|x]")).containsKeys("a burn", "x");
        assertThatThrownBy(() -> written("[x|{other}]")).hasMessage("no slot other");
    }

    @Test
    void aSlotMakesChoicesOfItsOwn() {
        Template template = Template.of("{coin}{coin}");
        Template.Slots coin = (_, choices) -> choices.one(List.of("H", "T"));

        assertThat(Derivations.of(1, choices -> template.write(coin, choices)))
                .extracting(Derivations.Derivation::made)
                .containsExactly("HH", "HT", "TH", "TT");
    }

    @Test
    void aBackslashMakesAPlainCharacter() {
        assertThat(written("\\[a\\|b\\] \\{c\\} \\\\")).containsOnlyKeys("[a|b] {c} \\");
        assertThat(written("[\\]|\\|]")).containsOnlyKeys("]", "|");
    }

    @ParameterizedTest
    @MethodSource
    void whatDoesNotFitIsNamedWithItsPlace(String source, int character, String complaint) {
        assertThatThrownBy(() -> Template.of(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template '" + source + "', character " + character + ": " + complaint);
    }

    static Stream<Arguments> whatDoesNotFitIsNamedWithItsPlace() {
        String noSlot = "'{' that begins no slot such as {topic}; a plain one is written '\\{'";
        String noEscape = "a backslash stands before one of [ ] { } | \\ only";
        return Stream.of(
                Arguments.of("ab]", 3, "']' without a '[' before it; write it as '\\]'"),
                Arguments.of("a|b", 2, "'|' without a '[' before it; write it as '\\|'"),
                Arguments.of("[a|b}]", 5, "'}' without a '{' before it; write it as '\\}'"),
                Arguments.of("a[b|c", 2, "'[' without a ']' behind it"),
                Arguments.of("[a[b]", 1, "'[' without a ']' behind it"),
                Arguments.of("a{b", 2, noSlot),
                Arguments.of("{}", 1, noSlot),
                Arguments.of("{a b}", 1, noSlot),
                Arguments.of("a\\n", 2, noEscape),
                Arguments.of("a\\", 2, noEscape));
    }

    @Test
    void knowsWhichSlotsItMentions() {
        Template template = Template.of("[a|b[{Topic}]] \\{matter\\}");

        assertThat(template.mentions("topic")).isTrue();
        assertThat(template.mentions("matter")).isFalse();
    }

    @Test
    void isItsSource() {
        assertThat(Template.of("[a|b]")).isEqualTo(Template.of("[a|b]")).hasToString("[a|b]");
        assertThat(Template.of("[a|b]")).hasSameHashCodeAs(Template.of("[a|b]")).isNotEqualTo(Template.of("[b|a]"));
    }

    @Test
    void whereThereAreNoSlotsAMentionIsRefused() {
        Template template = Template.of("{topic}");

        assertThatThrownBy(() -> Derivations.of(1, choices -> template.write(Template.Slots.NONE, choices)))
                .hasMessage("there is nothing to put in the slot {topic}");
    }

    private static Map<String, Double> written(String source) {
        Template template = Template.of(source);
        return Derivations.probabilities(Derivations.of(1, choices -> template.write(SLOTS, choices)));
    }
}
