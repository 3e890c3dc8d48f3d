package org.dramatis.remote.text;

import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The chat template of vLLM, which gives the tokens of a conversation. */
final class VllmTemplate implements ChatTemplate {
    private final Server server;
    private final String model;
    private final VllmWords words;
    private final Once takesSystem = new Once();

    VllmTemplate(Server server, String model, VllmWords words) {
        this.server = server;
        this.model = model;
        this.words = words;
    }

    @Override
    public Tokens tokens(List<Turn> turns, Tokenizer tokenizer) {
        return tokens(turns, true);
    }

    private Tokens tokens(List<Turn> turns, boolean openReply) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        Messages.write(question, turns);
        question.put("model", model).put("add_generation_prompt", openReply).put("add_special_tokens", false);
        return TokenLists.read(Messages.ask(server, "tokenize", question));
    }

    @Override
    public String render(List<Turn> turns, boolean openReply) {
        return words.text(tokens(turns, openReply));
    }

    @Override
    public boolean takesSystem() {
        return takesSystem.of(ChatTemplate.super::takesSystem);
    }
}
