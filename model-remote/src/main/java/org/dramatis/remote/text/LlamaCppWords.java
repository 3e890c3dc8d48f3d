package org.dramatis.remote.text;

import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /tokenize} and {@code /detokenize} of llama.cpp. */
record LlamaCppWords(Server server) implements Words {
    @Override
    public Tokens tokens(String text, boolean special) {
        return tokens(text, false, special);
    }

    /** The tokens of what a template wrote: what begins texts is left out there, and put in here, as the server does itself. */
    Tokens begun(String text) {
        return tokens(text, true, true);
    }

    private Tokens tokens(String text, boolean begun, boolean special) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("content", text).put("add_special", begun).put("parse_special", special);
        return TokenLists.read(server.askOwn("tokenize", question));
    }

    Tokens begin() {
        return TokenLists.begin(tokens("The", true, true), tokens("The", false, true));
    }

    @Override
    public String text(Tokens tokens) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        TokenLists.write(question.putArray("tokens"), tokens);
        return server.askOwn("detokenize", question).path("content").asString("");
    }

    @Override
    public boolean tellsSpecial() {
        return true;
    }
}
