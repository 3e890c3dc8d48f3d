package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TokenizerFileTest {
    @TempDir
    Path empty;

    static Stream<String> kinds() {
        return Fixtures.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void encodesAndDecodesAsTheReferenceDoes(String kind) {
        List<JsonNode> rows = Fixtures.rows(kind + "/texts.json");
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            assertThat(rows).hasSizeGreaterThan(25).allSatisfy(row -> {
                Tokens expected = Fixtures.ids(row);
                assertThat(tokenizer.encode(row.path("text").asString())).isEqualTo(expected);
                assertThat(tokenizer.decode(expected))
                        .isEqualTo(row.path("decoded").asString());
                for (int i = 0; i < row.path("pieces").size(); i++) {
                    assertThat(tokenizer.decode(expected.slice(i, i + 1)))
                            .isEqualTo(row.path("pieces").path(i).asString());
                }
            });
            assertThat(tokenizer.encodeAll(rows.stream()
                            .map(row -> row.path("text").asString())
                            .toList()))
                    .isEqualTo(rows.stream().map(Fixtures::ids).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cutsNothingOff(String kind) {
        String text = "a lantern, 12 ropes & the brücke — 東京! ".repeat(2_500);
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            assertThat(text.length()).isGreaterThan(95_000);
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void truncationAndPaddingInTheFileAreNotFollowed() throws IOException {
        String json = Files.readString(Fixtures.path("gpt2/tokenizer.json"))
                .replace(
                        "\"truncation\":null",
                        "\"truncation\":{\"direction\":\"Right\",\"max_length\":3,\"strategy\":\"LongestFirst\",\"stride\":0}")
                .replace(
                        "\"padding\":null",
                        "\"padding\":{\"strategy\":{\"Fixed\":9},\"direction\":\"Right\",\"pad_to_multiple_of\":null,\"pad_id\":0,\"pad_type_id\":0,\"pad_token\":\"!\"}");
        assertThat(json).contains("max_length").contains("pad_id");
        Files.writeString(empty.resolve("tokenizer.json"), json);
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(empty))) {
            assertThat(tokenizer.encode("a")).extracting(Tokens::length).isEqualTo(1);
            assertThat(tokenizer.decode(tokenizer.encode("one two three four five")))
                    .isEqualTo("one two three four five");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "-"})
    void textsOfTwoMillionCharactersAreReadAndLongerOnesRefused(String unit) {
        String text = unit.repeat(1_999_999 / unit.length()) + "x";
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("llama3"))) {
            assertThat(tokenizer.decode(tokenizer.encode(text)).equals(text)).isTrue();
            assertThatThrownBy(() -> tokenizer.encode(text + "yy"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 2000000");
        }
    }

    @Test
    void halfASurrogatePairIsReadAsTheReplacementCharacter() {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("llama3"))) {
            assertThat(tokenizer.decode(tokenizer.encode("a\ud83db\udc4d 👍"))).isEqualTo("a\ufffdb\ufffd 👍");
        }
    }

    @Test
    void idsBelowTheSizeOfTheVocabularyHaveTextAndOthersAreRefused() {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("gpt2"))) {
            assertThat(tokenizer.id("<|endoftext|>")).contains(tokenizer.vocabulary() - 1);
            assertThat(tokenizer.id("no such token")).isEmpty();
            assertThatThrownBy(() -> tokenizer.decode(Tokens.of(1, tokenizer.vocabulary())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("token 1 has id " + tokenizer.vocabulary());
        }
    }
}
