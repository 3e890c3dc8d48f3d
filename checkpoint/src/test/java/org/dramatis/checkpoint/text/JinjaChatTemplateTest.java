package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JinjaChatTemplateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T12:00:00Z"), ZoneOffset.UTC);
    private static final List<Turn> QUESTION = List.of(new Turn(Turn.Role.USER, "Hi"));

    @TempDir
    Path empty;

    static Stream<String> chatKinds() {
        return Fixtures.chatKinds();
    }

    @ParameterizedTest
    @MethodSource("chatKinds")
    void rendersEveryConversationAsTheReferenceDoes(String kind) {
        JinjaChatTemplate template = template(Fixtures.folder(kind));
        List<JsonNode> rows = Fixtures.rows(kind + "/chats.json");

        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            if (row.has("text")) {
                assertThat(template.render(turns(row), row.path("open").asBoolean()))
                        .isEqualTo(row.path("text").asString());
            } else {
                assertThatThrownBy(() ->
                                template.render(turns(row), row.path("open").asBoolean()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith(row.path("message").asString());
            }
        });
    }

    private static List<Turn> turns(JsonNode row) {
        return row.path("messages")
                .valueStream()
                .map(message -> new Turn(
                        Turn.Role.valueOf(message.path("role").asString().toUpperCase(Locale.ROOT)),
                        message.path("content").asString()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "neox"})
    void modelsThatAreNotMadeForChatsHaveNone(String kind) {
        assertThat(JinjaChatTemplate.find(Fixtures.folder(kind), CLOCK)).isEmpty();
    }

    @Test
    void knowsWhetherASystemTurnIsTaken() {
        assertThat(template(Fixtures.folder("gemma2")).takesSystem()).isFalse();
        assertThat(template(Fixtures.folder("gemma3")).takesSystem()).isTrue();
        assertThat(template(Fixtures.folder("llama3")).takesSystem()).isTrue();
    }

    @Test
    void aTemplateThatDropsTheSystemTurnDoesNotTakeIt() throws IOException {
        assertThat(template(folderWith("{% for m in messages if m.role == 'user' %}{{ m.content }}{% endfor %}"))
                        .takesSystem())
                .isFalse();
    }

    @Test
    void aBrokenTemplateIsAnErrorOfTheFolder() throws IOException {
        ModelFolder broken = folderWith("{% for %}");

        assertThatThrownBy(() -> JinjaChatTemplate.find(broken, CLOCK))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("chat_template.jinja cannot be read: line 1: ");
    }

    @Test
    void anEndlessTemplateIsStopped() throws IOException {
        JinjaChatTemplate endless = template(folderWith(
                "{% for a in range(9999) %}{% for b in range(99999) %}{{ messages }}{% endfor %}{% endfor %}"));

        assertThatThrownBy(() -> endless.render(QUESTION, true))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("it is stopped");
    }

    @Test
    void aConversationOfAThousandTurnsRenders() {
        List<Turn> turns = Stream.iterate(0, i -> i + 1)
                .limit(1_001)
                .map(i -> new Turn(i % 2 == 0 ? Turn.Role.USER : Turn.Role.ASSISTANT, "words ".repeat(200)))
                .toList();

        Fixtures.chatKinds()
                .forEach(kind -> assertThat(template(Fixtures.folder(kind)).render(turns, true))
                        .hasSizeGreaterThan(1_001 * 1_199));
    }

    private ModelFolder folderWith(String template) throws IOException {
        Files.writeString(empty.resolve("chat_template.jinja"), template);
        return new ModelFolder(empty);
    }

    private static JinjaChatTemplate template(ModelFolder folder) {
        return JinjaChatTemplate.find(folder, CLOCK).orElseThrow();
    }
}
