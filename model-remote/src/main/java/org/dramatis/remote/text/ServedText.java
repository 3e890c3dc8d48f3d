package org.dramatis.remote.text;

import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Server;

/**
 * What text is to a served model.
 *
 * @param begin what texts begin with, one token or none
 * @param ends the tokens with which a reply ends, beside those that the server knows itself
 */
public record ServedText(Tokenizer tokenizer, ChatTemplate template, Tokens begin, Tokens ends) {

    /** As vLLM has it: it makes tokens of chats. */
    public static ServedText ofVllm(Server server, String model) {
        VllmWords words = new VllmWords(server, model);
        return new ServedText(
                new ServerTokenizer(words), new VllmTemplate(server, model, words), words.begin(), Tokens.NONE);
    }

    /** As llama.cpp has it: it makes text of chats. */
    public static ServedText ofLlamaCpp(Server server) {
        LlamaCppWords words = new LlamaCppWords(server);
        return new ServedText(
                new ServerTokenizer(words), new LlamaCppTemplate(server, words), words.begin(), Tokens.NONE);
    }
}
