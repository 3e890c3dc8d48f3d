package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.store.data.ReadText.FIRST;
import static org.dramatis.store.data.ReadText.assistant;
import static org.dramatis.store.data.ReadText.row;
import static org.dramatis.store.data.ReadText.system;
import static org.dramatis.store.data.ReadText.user;

import java.util.List;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Row QUESTION_AND_REPLY = chat(user("Why?"), assistant("So."));

    @Test
    void messagesAreAChat() {
        assertThat(row("""
                {"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Why?"},\
                {"role":"user","content":"Tell."},{"role":"assistant","content":"So."},{"role":"user","content":"Oh."}]}"""))
                .isEqualTo(chat(system("Be kind."), user("Why?"), user("Tell."), assistant("So."), user("Oh.")));
    }

    @Test
    void aDeveloperSpeaksAsTheSystem() {
        assertThat(row("""
                {"messages":[{"role":"developer","content":"Be kind."},{"role":"user","content":"Why?"},\
                {"role":"assistant","content":"So."}]}""")).isEqualTo(chat(system("Be kind."), user("Why?"), assistant("So.")));
    }

    @Test
    void partsOfTextAreJoined() {
        assertThat(row("""
                {"messages":[{"role":"user","content":[{"type":"text","text":"Wh"},{"type":"text","text":"y?"}]},\
                {"role":"assistant","content":[{"type":"text","text":"So."}],"name":"x"}]}""")).isEqualTo(QUESTION_AND_REPLY);
    }

    @Test
    void aPromptAndACompletionAreAChat() {
        assertThat(row("{\"prompt\":\"Why?\",\"completion\":\"So.\"}")).isEqualTo(QUESTION_AND_REPLY);
        assertThat(row("""
                {"prompt":[{"role":"user","content":"Why?"}],"completion":[{"role":"assistant","content":"So."}]}""")).isEqualTo(QUESTION_AND_REPLY);
        assertThat(row("""
                {"prompt":[{"role":"system","content":"Be kind."},{"role":"user","content":"Why?"}],"completion":"So."}""")).isEqualTo(chat(system("Be kind."), user("Why?"), assistant("So.")));
    }

    @Test
    void anInstructionIsFollowedByItsInput() {
        assertThat(row("{\"instruction\":\"Translate.\",\"input\":\"Dom\",\"output\":\"House\"}"))
                .isEqualTo(chat(user("Translate.\n\nDom"), assistant("House")));
        for (String nothing : List.of("", ",\"input\":\"\"", ",\"input\":null", ",\"input\":\" \"")) {
            assertThat(row("{\"instruction\":\"Why?\"" + nothing + ",\"output\":\"So.\"}"))
                    .isEqualTo(QUESTION_AND_REPLY);
        }
    }

    @Test
    void conversationsBetweenHumanAndGptAreAChat() {
        assertThat(row("""
                {"id":"x","conversations":[{"from":"system","value":"Be kind."},{"from":"human","value":"Why?"},\
                {"from":"gpt","value":"So."}]}""")).isEqualTo(chat(system("Be kind."), user("Why?"), assistant("So.")));
    }

    @Test
    void aTextIsADocument() {
        assertThat(row("{\"text\":\"Once.\\nTwice.\"}")).isEqualTo(new Row.Document(FIRST, "Once.\nTwice."));
    }

    @Test
    void aPromptWithTwoRepliesIsAPreference() {
        Row expected = new Row.Preference(FIRST, List.of(user("Why?")), "So.", "No.");
        String turn = "[{\"role\":\"%s\",\"content\":\"%s\"}]";
        for (String prompt : List.of("\"Why?\"", turn.formatted("user", "Why?"))) {
            for (String chosen : List.of("\"So.\"", turn.formatted("assistant", "So."))) {
                for (String rejected : List.of("\"No.\"", turn.formatted("assistant", "No."))) {
                    assertThat(row("{\"prompt\":" + prompt + ",\"chosen\":" + chosen + ",\"rejected\":" + rejected
                                    + "}"))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void twoWholeConversationsAreAPreferenceWithOrWithoutThePromptRepeated() {
        String rows = """
                {%s"chosen":[{"role":"system","content":"Be kind."},{"role":"user","content":"Why?"},\
                {"role":"assistant","content":"So."}],"rejected":[{"role":"system","content":"Be kind."},\
                {"role":"user","content":"Why?"},{"role":"assistant","content":"No."}]}""";
        Row expected = new Row.Preference(FIRST, List.of(system("Be kind."), user("Why?")), "So.", "No.");
        assertThat(row(rows.formatted(""))).isEqualTo(expected);
        assertThat(row(rows.formatted("\"prompt\":\"Why?\","))).isEqualTo(expected);
    }

    @Test
    void aSystemPromptBesideTheTurnsComesFirst() {
        Row expected = chat(system("Be kind."), user("Why?"), assistant("So."));
        String system = "{\"system\":\"Be kind.\",";
        assertThat(row(system + "\"prompt\":\"Why?\",\"completion\":\"So.\"}")).isEqualTo(expected);
        assertThat(row(system + "\"instruction\":\"Why?\",\"output\":\"So.\"}")).isEqualTo(expected);
        assertThat(row(system + """
                "conversations":[{"from":"human","value":"Why?"},{"from":"gpt","value":"So."}]}""")).isEqualTo(expected);
        assertThat(row(system + """
                "messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Why?"},\
                {"role":"assistant","content":"So."}]}""")).isEqualTo(expected);
        assertThat(row(system + "\"prompt\":\"Why?\",\"chosen\":\"So.\",\"rejected\":\"No.\"}"))
                .isEqualTo(new Row.Preference(FIRST, List.of(system("Be kind."), user("Why?")), "So.", "No."));
    }

    @Test
    void ofTwoLayoutsInOneRowTheFirstInTheListCounts() {
        assertThat(row("{\"text\":\"all of it\",\"prompt\":\"Why?\",\"completion\":\"So.\"}"))
                .isEqualTo(QUESTION_AND_REPLY);
        assertThat(row("{\"prompt\":\"Why?\",\"completion\":\"-\",\"chosen\":\"So.\",\"rejected\":\"No.\"}"))
                .isInstanceOf(Row.Preference.class);
    }

    @Test
    void aFieldThatIsNullCountsAsMissing() {
        assertThat(row("{\"messages\":null,\"prompt\":\"Why?\",\"completion\":\"So.\",\"label\":null}"))
                .isEqualTo(QUESTION_AND_REPLY);
    }

    private static Row chat(Turn... turns) {
        return new Row.Chat(FIRST, List.of(turns));
    }
}
