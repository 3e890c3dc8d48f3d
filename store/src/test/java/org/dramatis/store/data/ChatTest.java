package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.store.data.ReadText.assistant;
import static org.dramatis.store.data.ReadText.system;
import static org.dramatis.store.data.ReadText.user;

import java.util.List;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final Row.Chat CHAT = new Row.Chat(
            new Origin("chats.jsonl", 17),
            List.of(system("Be kind."), user("Why?"), assistant("So."), user("And?"), assistant("That."), user("Oh.")));

    private static final Episode ONE =
            new Episode(new EpisodeId("chats.jsonl:17"), List.of(system("Be kind."), user("Why?")), "So.");
    private static final Episode TWO = new Episode(
            new EpisodeId("chats.jsonl:17#2"),
            List.of(system("Be kind."), user("Why?"), assistant("So."), user("And?")),
            "That.");

    @Test
    void everyTurnOfTheAssistantIsAnEpisodeInTheContextOfAllBefore() {
        assertThat(CHAT.episodes(Turns.ALL)).containsExactly(ONE, TWO);
    }

    @Test
    void theLastTurnHasTheSameIdWhetherOrNotTheOthersAreAskedFor() {
        assertThat(CHAT.episodes(Turns.LAST)).containsExactly(TWO);
    }
}
