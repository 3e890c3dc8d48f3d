package org.dramatis.remote.dialect;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.BadAnswerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first completions of OpenAI, which many servers have: {@code echo} gives the prompt back, with {@code logprobs}. Tokens come
 * back as pieces of text without ids, so it is by their number, and piece by piece, that they are held against those sent.
 *
 * @param sentAs whether prompts are lists of ids or text
 * @param generated {@code max_tokens}: 0 or 1, as the server takes it
 * @see <a href="https://platform.openai.com/docs/api-reference/completions">Completions</a>
 */
public record EchoedPrompt(Served served, Tokenizer tokenizer, SentAs sentAs, int generated, int atOnce)
        implements Dialect {
    /** How a prompt is written. */
    public enum SentAs {
        IDS,
        TEXT
    }

    @Override
    public String name() {
        return "completions with echo, sent as " + (sentAs == SentAs.IDS ? "token ids" : "text");
    }

    @Override
    public List<LogVector> read(List<Passage> passages) {
        ObjectNode question = Served.question()
                .put("max_tokens", generated)
                .put("temperature", 0)
                .put("logprobs", 1)
                .put("echo", true);
        switch (sentAs) {
            case IDS -> Answers.putAll(question, "prompt", passages);
            case TEXT -> putTexts(question, passages);
        }
        JsonNode answer = served.ask("completions", question);
        List<JsonNode> choices = Answers.choices(answer, passages.size());
        requireCount(answer.at("/usage/prompt_tokens"), passages);
        int spoken = spoken(answer.path("usage"), passages.size());
        List<LogVector> read = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            read.add(read(passages.get(i), Served.required(choices.get(i), "logprobs"), spoken));
        }
        return read;
    }

    private void putTexts(ObjectNode question, List<Passage> passages) {
        if (passages.size() == 1) {
            question.put("prompt", tokenizer.decode(Answers.whole(passages.getFirst())));
        } else {
            ArrayNode prompts = question.putArray("prompt");
            passages.forEach(passage -> prompts.add(tokenizer.decode(Answers.whole(passage))));
        }
    }

    private static void requireCount(JsonNode counted, List<Passage> passages) {
        int sent = passages.stream().mapToInt(Passage::length).sum();
        if (counted.isIntegralNumber() && counted.asInt() != sent) {
            throw new BadAnswerException("the server read " + counted + " tokens where " + sent
                    + " were meant: it divides" + " this text otherwise, or adds a token");
        }
    }

    private LogVector read(Passage passage, JsonNode said, int spoken) {
        JsonNode logs = Served.required(said, "token_logprobs");
        JsonNode pieces = Served.required(said, "tokens");
        Answers.requireSize("pieces", pieces.size(), logs.size());
        int before = logs.size() - passage.length() - spoken;
        // Some leave out the token that begins texts.
        if (before != 0 && before != -1) {
            throw new BadAnswerException("the server answered with " + logs.size() + " tokens where " + passage.length()
                    + " were sent and " + spoken + " said: it does not echo the text with its log-probabilities");
        }
        Tokens whole = Answers.whole(passage);
        for (int place = -before; place < whole.length(); place++) {
            requirePiece(whole, place, pieces.path(place + before).asString(""));
        }
        return Answers.continuation(passage, (place, token) -> Answers.log(logs.path(place + before), token));
    }

    /** How many tokens behind each prompt the server said itself: one that ends the text at once need not count. */
    private static int spoken(JsonNode usage, int prompts) {
        JsonNode all = usage.path("completion_tokens");
        if (!all.isIntegralNumber() || all.asInt() % prompts != 0) {
            throw new BadAnswerException("the server says " + all + " tokens behind " + prompts
                    + " prompts, so that nobody knows where each prompt ends");
        }
        return all.asInt() / prompts;
    }

    /** A piece may be empty, a special token say, or part of a character: then its place has to do. */
    private void requirePiece(Tokens whole, int place, String piece) {
        String own = tokenizer.decode(whole.slice(place, place + 1));
        boolean comparable = !piece.isEmpty() && !own.isEmpty() && isWhole(piece) && isWhole(own);
        // Some tokenizers drop a space at the beginning of a text, and a token alone is one.
        if (comparable && !piece.strip().equals(own.strip())) {
            throw new BadAnswerException("the server read '" + piece + "' at place " + place + ", where '" + own
                    + "' was meant: it divides this text otherwise");
        }
    }

    private static boolean isWhole(String piece) {
        return piece.indexOf('\ufffd') < 0;
    }
}
