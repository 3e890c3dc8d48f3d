package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.dramatis.checkpoint.CheckpointException;
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
                Tokens expected = ids(row);
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
                    .isEqualTo(rows.stream().map(TokenizerFileTest::ids).toList());
        }
    }

    private static Tokens ids(JsonNode row) {
        return Tokens.of(row.path("ids").valueStream().mapToInt(JsonNode::asInt).toArray());
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
        try (TokenizerFile tokenizer = TokenizerFile.open(folderWith(json))) {
            assertThat(tokenizer.encode("a")).extracting(Tokens::length).isEqualTo(1);
            assertThat(tokenizer.decode(tokenizer.encode("one two three four five")))
                    .isEqualTo("one two three four five");
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(?:a*)*b", "a*a*a*b", "a+a{2,}a*?b", "(a)\\\\1", ""})
    void patternsThatMatchInVeryManyWaysAreRefused(String pattern) throws IOException {
        ModelFolder folder = folderWith(Files.readString(Fixtures.path("qwen3/tokenizer.json"))
                .replaceFirst("\\{\"Regex\":\"[^\"]*\"}", Matcher.quoteReplacement("{\"Regex\":\"" + pattern + "\"}")));

        assertThatThrownBy(() -> TokenizerFile.open(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("pre_tokenizer.pattern.Regex");
    }

    @Test
    void patternsOfKnownFamiliesAreRead() throws IOException {
        for (String pattern : List.of(
                "'(?i:[sdmt]|ll|ve|re)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?+\\\\p{L}++|\\\\p{N}{1,3}+| ?[^\\\\s\\\\p{L}\\\\p{N}]++[\\\\r\\\\n]*+|\\\\s++$|\\\\s*[\\\\r\\\\n]|\\\\s+(?!\\\\S)|\\\\s",
                "[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?[\\\\p{Lu}\\\\p{Lt}\\\\p{M}]*[\\\\p{Ll}\\\\p{M}]+(?i:'s|'t)?|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n/]*|\\\\s*[\\\\r\\\\n]+|\\\\s+")) {
            ModelFolder folder = folderWith(Files.readString(Fixtures.path("qwen3/tokenizer.json"))
                    .replaceFirst(
                            "\\{\"Regex\":\"[^\"]*\"}", Matcher.quoteReplacement("{\"Regex\":\"" + pattern + "\"}")));

            try (TokenizerFile tokenizer = TokenizerFile.open(folder)) {
                assertThat(tokenizer.decode(tokenizer.encode("Isn't it 12?"))).isEqualTo("Isn't it 12?");
            }
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

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        List<JsonNode> rows = Fixtures.rows("qwen3/texts.json");
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("qwen3"));
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Tokens>> results = new ArrayList<>();
            for (int i = 0; i < 20 * rows.size(); i++) {
                String text = rows.get(i % rows.size()).path("text").asString();
                results.add(threads.submit(() -> tokenizer.encode(tokenizer.quote(text))));
            }
            for (int i = 0; i < results.size(); i++) {
                if (!rows.get(i % rows.size()).path("name").asString().startsWith("written out")) {
                    assertThat(results.get(i).get()).isEqualTo(ids(rows.get(i % rows.size())));
                }
            }
        }
    }

    @Test
    void closingWhileOthersEncodeIsAnExceptionAndNoCrash() throws Exception {
        for (int round = 0; round < 20; round++) {
            TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("gpt2"));
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> results = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    results.add(threads.submit(() -> {
                        for (int i = 0; i < 1_000_000; i++) {
                            tokenizer.encode("the lantern on the quay");
                        }
                    }));
                }
                tokenizer.close();
                for (Future<?> result : results) {
                    assertThatThrownBy(result::get).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
            tokenizer.close();
            assertThatThrownBy(() -> tokenizer.decode(Tokens.of(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> tokenizer.encode(tokenizer.quote("<|endoftext|>")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":99999999999},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0.5},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"a b\"]}}",
                "{\"model\":{\"type\":\"Nonsense\",\"vocab\":{}}}",
                "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"},\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]},\"added_tokens\":[{\"id\":\"x\",\"content\":\"y\"}]}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]},\"added_tokens\":{\"a\":1}}",
            })
    void aFileThatIsNoTokenizerIsRefused(String json) throws IOException {
        ModelFolder folder = folderWith(json);

        assertThatThrownBy(() -> TokenizerFile.open(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tokenizer.json");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TokenizerFile.open(new ModelFolder(empty)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("has no tokenizer.json");
    }

    @Test
    void specialTokensAreCollectedFromAllFiles() throws IOException {
        Files.copy(Fixtures.path("qwen3/tokenizer.json"), empty.resolve("tokenizer.json"));
        Files.writeString(
                empty.resolve("tokenizer_config.json"),
                "{\"bos_token\": null, \"eos_token\": {\"content\": \"<|im_end|>\"}}");
        Files.writeString(
                empty.resolve("special_tokens_map.json"),
                "{\"bos_token\": \"<|im_start|>\", \"eos_token\": \"<|endoftext|>\"}");
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(empty))) {
            int start = tokenizer.id("<|im_start|>").orElseThrow();
            int end = tokenizer.id("<|im_end|>").orElseThrow();
            Files.writeString(empty.resolve("generation_config.json"), "{\"eos_token_id\": [" + end + ", 7]}");
            Files.writeString(empty.resolve("config.json"), "{\"eos_token_id\": 9, \"bos_token_id\": null}");

            SpecialTokens special = SpecialTokens.of(new ModelFolder(empty), tokenizer);

            assertThat(special.begin()).contains(start);
            assertThat(special.ends()).isEqualTo(Tokens.of(end, 7, 9));
        }
    }

    @Test
    void specialTokensThatTheTokenizerDoesNotHaveAreNamed() throws IOException {
        Files.copy(Fixtures.path("qwen3/tokenizer.json"), empty.resolve("tokenizer.json"));
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(empty))) {
            for (Map.Entry<String, String> file : Map.of(
                            "tokenizer_config.json",
                            "{\"eos_token\": \"<nope>\"}",
                            "config.json",
                            "{\"eos_token_id\": 70000}")
                    .entrySet()) {
                Path written = Files.writeString(empty.resolve(file.getKey()), file.getValue());
                assertThatThrownBy(() -> SpecialTokens.of(new ModelFolder(empty), tokenizer))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageMatching(".*(<nope>|70000).*");
                Files.delete(written);
            }
        }
    }

    private ModelFolder folderWith(String json) throws IOException {
        Files.writeString(empty.resolve("tokenizer.json"), json);
        return new ModelFolder(empty);
    }
}
