package org.dramatis.remote.text;

import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /tokenize} and {@code /detokenize} of vLLM. */
record VllmWords(Server server, String model) implements Words {
    @Override
    public Tokens tokens(String text, boolean special) {
        return asked(text, false);
    }

    private Tokens asked(String text, boolean begun) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("model", model).put("prompt", text).put("add_special_tokens", begun);
        return TokenLists.read(server.askOwn("tokenize", question));
    }

    Tokens begin() {
        return TokenLists.begin(asked("The", true), asked("The", false));
    }

    @Override
    public String text(Tokens tokens) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model);
        TokenLists.write(question.putArray("tokens"), tokens);
        return server.askOwn("detokenize", question).path("prompt").asString("");
    }

    @Override
    public boolean tellsSpecial() {
        return false;
    }
}
