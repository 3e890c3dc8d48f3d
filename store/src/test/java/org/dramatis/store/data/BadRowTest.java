package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.store.data.ReadText.FIRST;
import static org.dramatis.store.data.ReadText.assistant;
import static org.dramatis.store.data.ReadText.reason;
import static org.dramatis.store.data.ReadText.user;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRowTest {
    @Test
    void whatIsNoJsonIsPlacedByItsColumn() {
        assertThat(reason("{\"text\": hello}"))
                .startsWith("the line is not JSON at column")
                .contains("hello");
        assertThat(reason("{'text':'x'}")).contains("not JSON at column 2");
        assertThat(reason("<html>")).contains("not JSON at column 1");
        assertThat(reason("{\"text\":NaN}")).contains("NaN");
    }

    @Test
    void aRowThatEndsInTheMiddleSaysThatRowsHaveALineEach() {
        assertThat(reason("{\"text\":\"cut of"))
                .contains("ends at column 16", "in the middle of its JSON", "one object on one line");
        assertThat(reason("{")).contains("in the middle of its JSON");
    }

    @Test
    void aSecondValueOnTheLineIsNotLost() {
        assertThat(reason("{\"text\":\"a\"} {\"text\":\"b\"}"))
                .contains("goes on after its JSON at column 14", "one object on one line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[{}]|a list", "7|7", "null|null", "\"text\"|'text'", "true|true"})
    void whatIsNoObjectIsNamed(String line, String named) {
        assertThat(reason(line)).contains("the row is " + named + ", not an object");
    }

    @Test
    void unknownFieldsAreListedBesideTheKnownOnes() {
        assertThat(reason("{\"question\":\"Why?\",\"answer\":\"So.\",\"text\":null}"))
                .isEqualTo(
                        "the row has the fields 'question', 'answer': a row has one of 'chosen' with 'rejected', 'messages',"
                                + " 'prompt' with 'completion', 'conversations', 'instruction' with 'output', 'text'");
        assertThat(reason("{}")).contains("no field with a value", "'messages'");
    }

    @Test
    void aThousandFieldsAreNotAllListed() {
        StringBuilder row = new StringBuilder("{\"f0\":0");
        for (int i = 1; i < 1000; i++) {
            row.append(",\"f").append(i).append("\":0");
        }
        assertThat(reason(row + "}"))
                .contains("'f0', 'f1'", "'f11' and 988 more")
                .doesNotContain("'f12'");
    }

    @Test
    void aChatWithoutAReplyIsRefused() {
        assertThat(reason("{\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"}]}"))
                .isEqualTo("the conversation has 1 turns and none is the assistant's: there is no reply to learn from");
        assertThat(reason("{\"messages\":[]}")).contains("'messages' is an empty list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":\"\"",
                "\"content\":\" \\n\"",
                "\"content\":null",
                "\"tool_calls\":[]",
                "\"content\":[]"
            })
    void anEmptyReplyIsRefused(String content) {
        assertThat(reason("{\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"},{\"role\":\"assistant\"," + content
                        + "}]}"))
                .isEqualTo(
                        "turn 2 of the conversation is the assistant's, and is empty: a reply has at least one word");
    }

    @Test
    void anEmptyReplyOfAPairIsNamed() {
        assertThat(reason("{\"prompt\":\"Why?\",\"chosen\":\"So.\",\"rejected\":\"\"}"))
                .startsWith("'rejected' is empty");
        assertThat(reason("{\"prompt\":\"Why?\",\"chosen\":\"\",\"rejected\":\"So.\"}"))
                .startsWith("'chosen' is empty");
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThat(reason("{\"text\":\" \"}")).contains("blank");
    }

    @ParameterizedTest
    @CsvSource({
        "assistant user assistant, turn 1 of the conversation is the assistant's and comes first",
        "system assistant, turn 2 of the conversation is the assistant's and comes first",
        "user assistant assistant, turn 3 of the conversation is the assistant's and comes after another of its own",
        "user system assistant, turn 2 of the conversation is the system's",
        "system developer user assistant, turn 2 of the conversation is the system's"
    })
    void turnsInTheWrongOrderAreRefused(String roles, String expected) {
        String turns = String.join(
                ",",
                List.of(roles.split(" ", -1)).stream()
                        .map(role -> "{\"role\":\"" + role + "\",\"content\":\"x\"}")
                        .toList());
        assertThat(reason("{\"messages\":[" + turns + "]}").replace("'s,", "'s"))
                .startsWith(expected);
    }

    @Test
    void anUnknownRoleIsNamedBesideTheKnownOnes() {
        assertThat(
                        reason(
                                "{\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"},{\"role\":\"tool\",\"content\":\"7\"}]}"))
                .isEqualTo("the 'role' of turn 2 of 'messages' is 'tool':"
                        + " it must be one of 'system', 'developer', 'user', 'assistant'");
        assertThat(reason("{\"conversations\":[{\"from\":\"bard\",\"value\":\"x\"}]}"))
                .contains("'bard'", "'human', 'gpt'");
        assertThat(reason("{\"messages\":[{\"content\":\"x\"}]}")).contains("is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":7}|'text' is 7",
                "{\"messages\":\"hello\"}|'messages' is 'hello'",
                "{\"messages\":[\"hello\"]}|turn 1 of 'messages' is 'hello'",
                "{\"messages\":[{\"role\":\"user\",\"content\":null}]}|the 'content' of turn 1 of 'messages' is null",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}|has a part of type 'image_url'",
                "{\"prompt\":\"Why?\",\"completion\":\"So.\",\"label\":false}|'label' is false",
                "{\"prompt\":\"Why?\",\"completion\":[{\"role\":\"user\",\"content\":\"So?\"}]}|'completion' begins with no turn",
                "{\"prompt\":{},\"completion\":\"So.\"}|'prompt' is an object",
                "{\"chosen\":\"So.\",\"rejected\":\"No.\"}|there is no 'prompt'",
                "{\"prompt\":\"Why?\",\"completion\":\"So.\",\"system\":1}|'system' is 1",
            })
    void valuesOfTheWrongKindAreNamed(String line, String expected) {
        assertThat(reason(line)).contains(expected);
    }

    @Test
    void conversationsThatPartEarlyAreNoPair() {
        String row = """
                {"chosen":[{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}],\
                "rejected":[{"role":"user","content":"How?"},{"role":"assistant","content":"No."}]}""";
        assertThat(reason(row)).contains("part at turn 1 of 2 and 2", "share every turn but the last");
        assertThat(reason(row.replace("How", "Why").replace("assistant", "user")))
                .contains("'chosen' ends with a turn of the user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\",\"\\u0074ext\":\"b\"}",
                "{\"text\":\"a\",\"more\":{\"text\":1,\"text\":2}}"
            })
    void aFieldThatIsNamedTwiceIsRefused(String line) {
        assertThat(reason(line)).contains("names a field twice", "text");
    }

    @Test
    void bytesThatAreNoTextArePlaced() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes("{\"text\":\"caf".getBytes(StandardCharsets.UTF_8));
        line.write(0xE9);
        line.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(ReadText.of(line.toByteArray()))
                .containsExactly(
                        new BadRow(FIRST, "the line is not UTF-8 at byte 13, 0xE9: convert the file to UTF-8"));
    }

    @Test
    void formsThatUtf8ForbidsAreRefused() {
        // An overlong slash, half a surrogate pair, a point beyond the last, a sequence that the line's end cuts.
        for (byte[] bytes : new byte[][] {
            {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xE2, (byte) 0x82}
        }) {
            assertThat(ReadText.of(bytes))
                    .singleElement()
                    .extracting(Entry::toString)
                    .asString()
                    .contains("not UTF-8 at byte 1");
        }
    }

    @Test
    void halfACharacterIsRefusedWhereverItStands() {
        assertThat(reason("{\"text\":\"ab\\ud83d\"}"))
                .isEqualTo("the text has half a character, \\uD83D, at place 3: write the whole one, or none");
        assertThat(reason("{\"prompt\":\"Why?\",\"completion\":\"\\ude00 So.\"}"))
                .startsWith("turn 2 of the conversation has half a character, \\uDE00, at place 1");
        assertThat(reason("{\"prompt\":\"Why?\",\"chosen\":\"So.\",\"rejected\":\"\\ude00\\ud83d\"}"))
                .startsWith("'rejected' has half a character");
        assertThat(reason("{\"prompt\":\"\\ud83dx\",\"chosen\":\"So.\",\"rejected\":\"No.\"}"))
                .startsWith("turn 1 of the conversation has half a character");
        assertThat(ReadText.row("{\"text\":\"\\ud83d\\ude00\"}")).isEqualTo(new Row.Document(FIRST, "\ud83d\ude00"));
    }

    @Test
    void nestingOfAMillionLevelsIsRefused() {
        assertThat(reason("{\"text\":" + "[".repeat(1_000_000)))
                .contains("goes beyond what is read", "nested 100 deep");
        assertThat(reason("{\"text\":".repeat(1_000_000))).contains("goes beyond what is read");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertThat(reason("{\"text\":" + "9".repeat(1_000_000) + "}")).contains("numbers of 1000 digits");
    }

    @Test
    void millionsOfEmptyListsAreRefusedBeforeTheyFillTheMemory() {
        assertThat(reason("{\"text\":[" + "[],".repeat(3_000_000) + "[]]}")).contains("goes beyond what is read");
    }

    @Test
    void aReasonIsSafeToPrintAndShort() {
        String hostile = "\\u001b[2J\\u202e\\ud83d\\u2028";
        assertThat(reason("{\"messages\":[{\"role\":\"" + hostile + "\",\"content\":\"x\"}]}"))
                .contains("'[U+001B][2J[U+202E][U+D83D][U+2028]'");
        assertThat(reason("{\"" + hostile + "\":1}")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
        assertThat(reason("{\"messages\":\"" + "x".repeat(1_000_000) + "\"}"))
                .contains("x...")
                .hasSizeLessThan(200);
        assertThat(new BadRow(new Origin("a\u001b.jsonl", 1), "b\u001b")).hasToString("a[U+001B].jsonl:1: b[U+001B]");
    }

    @Test
    void rowsMadeInCodeAreHeldToTheSameRules() {
        assertThatThrownBy(() -> new Row.Chat(FIRST, List.of(user("Why?"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no reply");
        assertThatThrownBy(() -> new Row.Preference(FIRST, List.of(assistant("So.")), "a", "b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Row.Document(FIRST, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Origin("a.jsonl", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 0");
    }
}
