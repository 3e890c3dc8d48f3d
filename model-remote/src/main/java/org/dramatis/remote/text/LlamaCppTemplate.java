package org.dramatis.remote.text;

import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The chat template of llama.cpp: {@code /apply-template} gives the text of a conversation. */
final class LlamaCppTemplate implements ChatTemplate {
    private final Server server;
    private final LlamaCppWords words;
    private final Once takesSystem = new Once();

    LlamaCppTemplate(Server server, LlamaCppWords words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public String render(List<Turn> turns, boolean openReply) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        Messages.write(question, turns);
        question.put("add_generation_prompt", openReply);
        return Messages.ask(server, "apply-template", question).path("prompt").asString("");
    }

    @Override
    public Tokens tokens(List<Turn> turns, Tokenizer tokenizer) {
        List<Turn> quoted = turns.stream()
                .map(turn -> new Turn(turn.role(), tokenizer.quote(turn.text())))
                .toList();
        String text = render(quoted, true);
        // Without quoted words the server reads the text at once, as it reads a chat.
        return quoted.equals(turns) ? words.begun(text) : words.begin().followedBy(tokenizer.encode(text));
    }

    @Override
    public boolean takesSystem() {
        return takesSystem.of(ChatTemplate.super::takesSystem);
    }
}
