package org.dramatis.lab.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.JinjaChatTemplate;
import org.dramatis.checkpoint.text.SpecialTokens;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.checkpoint.text.jinja.RefusalException;
import org.dramatis.checkpoint.text.jinja.Template;
import org.dramatis.checkpoint.text.jinja.Value;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerWriterTest {
    private static final String LEARNT_FROM = """
        Pour water on the green tea that is no longer boiling, because boiling water makes it bitter.
        It's what they'd say; they've said it 1234 times, and we'll say it 1234 times more. Don't boil the tea!
        """;
    private static final BytePairs PAIRS = BytePairs.learn(List.of(LEARNT_FROM, LEARNT_FROM), 120);
    private static final TokenizerWriter WRITER = new TokenizerWriter(PAIRS, 64);
    private static final List<String> SPECIAL =
            List.of("<|begin|>", "<|end|>", "<|system|>", "<|user|>", "<|assistant|>");

    @TempDir
    private Path folder = Path.of("");

    private TokenizerFile tokenizer() {
        WRITER.write(folder);
        return TokenizerFile.open(new ModelFolder(folder));
    }

    private JinjaChatTemplate template() {
        WRITER.write(folder);
        return JinjaChatTemplate.find(new ModelFolder(folder), Clock.systemUTC())
                .orElseThrow();
    }

    private static List<Integer> ids(Tokens tokens) {
        return IntStream.of(tokens.toArray()).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Pour water on the tea.",
                "  two spaces  before, between  and behind  ",
                "tabs\tand\r\nline ends\n\n\n",
                "tea 🍵, a family 👩‍👩‍👧, a flag 🇬🇧",
                "緑茶を淹れる。沸騰した湯は苦い。",
                "ça va? naïve Ελληνικά עברית",
                "e\u0301 is not \u00e9",
                "it's they'd we'll I'm IT'S"
            })
    void anyTextComesBackAsItWas(String text) {
        try (TokenizerFile tokenizer = tokenizer()) {
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void controlCharactersComeBackToo() {
        String text = "\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u00ad\ufeff";

        try (TokenizerFile tokenizer = tokenizer()) {
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LEARNT_FROM,
                "Don't pour bitter water; it's 12341234 times the water that makes tea.",
                "boilboilboiling   tea-bitter\n\n  because",
                "naïve teä 緑茶 🍵 1234½",
                "teatea waterwater aaaaaa"
            })
    void theIdsAreThoseOfPlainBytePairEncoding(String text) {
        PlainByteBpe plain = new PlainByteBpe(PAIRS.vocabulary(), PAIRS.merges(), SPECIAL.size());

        try (TokenizerFile tokenizer = tokenizer()) {
            assertThat(ids(tokenizer.encode(text))).isEqualTo(plain.encode(text));
        }
    }

    @Test
    void whatWasLearntMakesTextShorter() {
        try (TokenizerFile tokenizer = tokenizer()) {
            assertThat(ids(tokenizer.encode(" because boiling water makes it bitter")))
                    .hasSizeLessThan(12);
            assertThat(ids(tokenizer.encode(" zyx"))).hasSize(4);
        }
    }

    @Test
    void eachSpecialTokenIsOneIdAndQuotedIsText() {
        try (TokenizerFile tokenizer = tokenizer()) {
            for (int id = 0; id < SPECIAL.size(); id++) {
                String written = SPECIAL.get(id);
                assertThat(tokenizer.encode(written)).isEqualTo(Tokens.of(id));
                assertThat(tokenizer.id(written)).contains(id);
                assertThat(ids(tokenizer.encode(tokenizer.quote(written)))).hasSizeGreaterThan(1);
            }
            assertThat(tokenizer.vocabulary())
                    .isEqualTo(WRITER.vocabulary())
                    .isEqualTo(SPECIAL.size() + 256 + PAIRS.merges().size());
        }
    }

    @Test
    void textsBeginAndEndWithTheirTokens() {
        try (TokenizerFile tokenizer = tokenizer()) {
            SpecialTokens special = SpecialTokens.of(new ModelFolder(folder), tokenizer);

            assertThat(special.begin()).contains(0);
            assertThat(special.ends()).isEqualTo(Tokens.of(1));
        }
    }

    @Test
    void eachTurnBeginsWithItsRoleAndTheAssistantsEnd() {
        List<Turn> turns = List.of(
                new Turn(Turn.Role.SYSTEM, "Be brief."),
                new Turn(Turn.Role.USER, " Tea? "),
                new Turn(Turn.Role.ASSISTANT, "Yes."),
                new Turn(Turn.Role.USER, "How?"));

        assertThat(template().render(turns, false))
                .isEqualTo("<|begin|><|system|>Be brief.<|user|> Tea? <|assistant|>Yes.<|end|><|user|>How?");
        assertThat(template().render(turns, true)).endsWith("<|user|>How?<|assistant|>");
        assertThat(template().takesSystem()).isTrue();
    }

    @Test
    void otherRolesAreRefused() throws IOException {
        WRITER.write(folder);
        Template template = Template.parse(Files.readString(folder.resolve("chat_template.jinja")));
        Value message = Value.map(Map.of("role", Value.of("tool"), "content", Value.of("42")));

        assertThatThrownBy(() -> template.render(
                        Map.of("messages", Value.list(List.of(message)), "bos_token", Value.of("<|begin|>")),
                        Clock.systemUTC(),
                        10_000))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("system, user and assistant, not tool");
    }

    @Test
    void theSamePiecesWriteTheSameBytes() throws IOException {
        WRITER.write(folder.resolve("one"));
        new TokenizerWriter(BytePairs.learn(List.of(LEARNT_FROM, LEARNT_FROM), 120), 64).write(folder.resolve("two"));

        try (var files = Files.list(folder.resolve("one"))) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(folder.resolve("two").resolve(file.getFileName())));
        }
    }
}
