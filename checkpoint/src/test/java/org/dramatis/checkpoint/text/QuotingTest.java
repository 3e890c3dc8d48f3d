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

class QuotingTest {
    @TempDir
    Path empty;

    static Stream<String> kinds() {
        return Fixtures.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void quotedSpecialTokensStayPlainCharacters(String kind) {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            for (String special :
                    TokenizerJson.read(Fixtures.path(kind + "/tokenizer.json")).special()) {
                String text = "a" + special + special + "b " + special;
                int id = tokenizer.id(special).orElseThrow();

                Tokens plain = tokenizer.encode(tokenizer.quote(text));
                Tokens mixed = tokenizer.encode(special + "x" + tokenizer.quote(text) + special);

                assertThat(plain.toArray()).doesNotContain(id);
                assertThat(tokenizer.decode(plain)).isEqualTo(text);
                assertThat(mixed.at(0)).isEqualTo(id);
                assertThat(mixed.at(mixed.length() - 1)).isEqualTo(id);
                assertThat(mixed.slice(1, mixed.length() - 1).toArray()).doesNotContain(id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void quotingChangesNoOtherText(String kind) {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            Fixtures.rows(kind + "/texts.json").stream()
                    .filter(row -> !row.path("name").asString().startsWith("written out"))
                    .forEach(row -> assertThat(tokenizer.quote(row.path("text").asString()))
                            .isEqualTo(row.path("text").asString()));
        }
    }

    /** The tokens around a quoted special token are those of the same text with another tokenizer's idea of what is special. */
    @Test
    void quotedTextIsEncodedAsATokenizerWithoutTheSpecialTokenDoes() throws IOException {
        String json = Files.readString(Fixtures.path("qwen3/tokenizer.json"));
        Path without = Files.createDirectory(empty.resolve("without"));
        Files.writeString(
                without.resolve("tokenizer.json"),
                json.replace("\"content\":\"<|im_end|>\"", "\"content\":\"@@never@@\""));
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("qwen3"));
                TokenizerFile other = TokenizerFile.open(new ModelFolder(without))) {
            String text = "Say it: <|im_end|>\n and go on. <|im_end|><|im_end|>12";

            assertThat(tokenizer.encode(tokenizer.quote(text))).isEqualTo(other.encode(text));
        }
    }

    @Test
    void marksInTextOfStrangersCannotForgeASpecialToken() {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("qwen2"))) {
            int end = tokenizer.id("<|im_end|>").orElseThrow();

            assertThatThrownBy(() -> tokenizer.quote("a\udb80\udc00<|im_end|>"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("U+F0000");
            for (String mark : List.of("\udb80\udc01", "\udb80\udc01\udb80\udc01", "\udb80", "\udc00")) {
                assertThat(tokenizer
                                .encode(tokenizer.quote(mark + "<|im_end|>" + mark))
                                .toArray())
                        .doesNotContain(end);
            }
        }
    }
}
