package org.dramatis.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final ChatTemplate COLONS = (turns, openReply) -> {
        StringBuilder text = new StringBuilder();
        turns.forEach(turn -> text.append(turn.text()).append(':'));
        return openReply ? text.append('>').toString() : text.toString();
    };
    private static final ChatPassages CHAT =
            new ChatPassages(COLONS, new PieceTokenizer(List.of("a", "b", ":", ">", ">a")));

    @Test
    void aPassageNeedsSomethingToStandOn() {
        assertThatThrownBy(() -> new Passage(Tokens.NONE, Tokens.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beginning-of-text");
        assertThat(new Passage(Tokens.of(1), Tokens.of(2, 3)).length()).isEqualTo(3);
    }

    @Test
    void aTotalIsTheSum() {
        assertThat(new Score.Scored(LogVector.of(-1, -2.5)).total()).isCloseTo(-3.5, within(1e-15));
    }

    @Test
    void theReplyBeginsBehindTheLastTokenOfThePrompt() {
        Passage passage = CHAT.passage(List.of(new Turn(Turn.Role.USER, "ab")), "ab");

        assertThat(passage.prefix()).isEqualTo(Tokens.of(0, 1, 2, 3));
        assertThat(passage.continuation()).isEqualTo(Tokens.of(0, 1));
    }

    @Test
    void anEmptyReplyHasNoTokens() {
        assertThat(CHAT.passage(List.of(new Turn(Turn.Role.USER, "a")), "").continuation())
                .isEqualTo(Tokens.NONE);
    }

    @Test
    void aTemplateThatWritesTheSystemTurnTakesIt() {
        assertThat(COLONS.takesSystem()).isTrue();
        ChatTemplate refusing = (turns, openReply) -> {
            throw new IllegalArgumentException("no system turns");
        };
        assertThat(refusing.takesSystem()).isFalse();
        ChatTemplate deaf = (turns, openReply) -> "";
        assertThat(deaf.takesSystem()).isFalse();
    }
}
