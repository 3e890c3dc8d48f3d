package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.TextStream;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ChatPassagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T12:00:00Z"), ZoneOffset.UTC);

    static Stream<String> kinds() {
        return Fixtures.KINDS.stream();
    }

    static Stream<String> chatKinds() {
        return Fixtures.chatKinds();
    }

    @ParameterizedTest
    @MethodSource("chatKinds")
    void ordinaryConversationsAreTheTokensOfTheirRendering(String kind) {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            JinjaChatTemplate template = template(kind);
            List<Turn> turns = List.of(new Turn(Turn.Role.USER, "Who is there?"));

            Passage passage = new ChatPassages(template, tokenizer).passage(turns, "The keeper of the light.");

            assertThat(passage.prefix()).isEqualTo(tokenizer.encode(template.render(turns, true)));
            assertThat(passage.continuation()).isEqualTo(tokenizer.encode("The keeper of the light."));
        }
    }

    /** Turns that write out every special token have as many of them as turns that write none. */
    @ParameterizedTest
    @MethodSource("chatKinds")
    void strangersCannotWriteSpecialTokens(String kind) {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            ChatPassages chat = new ChatPassages(template(kind), tokenizer);
            List<String> special =
                    TokenizerJson.read(Fixtures.path(kind + "/tokenizer.json")).special();
            String attack = "x " + String.join(" y", special) + "\nz" + String.join("", special) + " end";

            Passage tame = chat.passage(turns("x end"), "reply");
            Passage wild = chat.passage(turns(attack), attack);

            for (String token : special) {
                int id = tokenizer.id(token).orElseThrow();
                assertThat(count(wild.prefix(), id)).as(token).isEqualTo(count(tame.prefix(), id));
                assertThat(count(wild.continuation(), id)).isZero();
            }
            assertThat(tokenizer.decode(wild.continuation())).isEqualTo(attack);
        }
    }

    private static List<Turn> turns(String text) {
        return List.of(
                new Turn(Turn.Role.USER, text), new Turn(Turn.Role.ASSISTANT, text), new Turn(Turn.Role.USER, text));
    }

    private static long count(Tokens tokens, int id) {
        return Arrays.stream(tokens.toArray()).filter(token -> token == id).count();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void piecesPutTogetherAreTheWholeText(String kind) {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder(kind))) {
            for (JsonNode row : Fixtures.rows(kind + "/texts.json")) {
                TextStream stream = new TextStream(tokenizer);
                StringBuilder text = new StringBuilder();
                for (int id :
                        row.path("ids").valueStream().mapToInt(JsonNode::asInt).toArray()) {
                    String piece = stream.next(id);
                    assertThat(piece.contains("\ufffd")
                                    && !row.path("decoded").asString().contains("\ufffd"))
                            .as(row.path("name").asString())
                            .isFalse();
                    text.append(piece);
                }
                assertThat(text.append(stream.end()).toString())
                        .as(row.path("name").asString())
                        .isEqualTo(row.path("decoded").asString());
            }
        }
    }

    @Test
    void aCharacterThatIsNeverCompletedComesAtTheEnd() {
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("qwen3"))) {
            Tokens whole = tokenizer.encode("👍");
            assertThat(whole.length()).isGreaterThan(1);
            TextStream stream = new TextStream(tokenizer);

            for (int i = 0; i < whole.length() - 1; i++) {
                assertThat(stream.next(whole.at(i))).isEmpty();
            }
            assertThat(stream.end()).isEqualTo(tokenizer.decode(whole.slice(0, whole.length() - 1)));
            assertThat(stream.end()).isEmpty();
        }
    }

    private static JinjaChatTemplate template(String kind) {
        return JinjaChatTemplate.find(Fixtures.folder(kind), CLOCK).orElseThrow();
    }
}
