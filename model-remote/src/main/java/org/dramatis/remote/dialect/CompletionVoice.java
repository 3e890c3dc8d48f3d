package org.dramatis.remote.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The completions that all OpenAI-compatible servers have. Some draw otherwise than from the model's own distribution unless they are
 * told, each in its own words.
 */
public record CompletionVoice(Served served, Tokenizer tokenizer, EchoedPrompt.SentAs sentAs, Flavour flavour)
        implements Voice {
    /** Whose completions they are. */
    public enum Flavour {
        PLAIN("completions"),
        /** Gives ids, and takes those that end a reply; the model's files may set how it draws. */
        VLLM("vLLM completions"),
        /** Draws among the likeliest forty by itself. */
        LLAMA_CPP_PYTHON("llama-cpp-python completions"),
        /** Takes a top-p of 1 for an error. */
        TGI("TGI completions");

        private final String label;

        Flavour(String label) {
            this.label = label;
        }
    }

    @Override
    public String name() {
        return flavour.label;
    }

    @Override
    public Said speak(Tokens prompt, Sampling sampling, long seed) {
        ObjectNode question = Served.question()
                .put("max_tokens", sampling.most())
                .put("temperature", sampling.temperature())
                .put("seed", seed & Integer.MAX_VALUE)
                .put("logprobs", 1);
        switch (sentAs) {
            case IDS -> Answers.put(question.putArray("prompt"), prompt);
            case TEXT -> question.put("prompt", tokenizer.decode(prompt));
        }
        ArrayNode stops = question.putArray("stop");
        sampling.stopStrings().forEach(stops::add);
        if (flavour == Flavour.VLLM) {
            question.put("return_token_ids", true).put("add_special_tokens", false);
            Answers.put(question.putArray("stop_token_ids"), sampling.stopTokens());
        } else {
            words(sampling.stopTokens()).forEach(stops::add);
        }
        draw(question, sampling);
        return said(Answers.choices(served.ask("completions", question), 1).getFirst(), sampling);
    }

    private void draw(ObjectNode question, Sampling sampling) {
        if (flavour != Flavour.TGI || sampling.topP() < 1) {
            question.put("top_p", sampling.topP());
        }
        int topK = sampling.topK();
        switch (flavour) {
            case VLLM ->
                question.put("top_k", topK > 0 ? topK : -1).put("min_p", 0).put("repetition_penalty", 1);
            case LLAMA_CPP_PYTHON -> question.put("top_k", topK).put("min_p", 0).put("repeat_penalty", 1);
            case PLAIN, TGI -> {
                if (topK > 0) {
                    question.put("top_k", topK);
                }
            }
        }
    }

    private List<String> words(Tokens tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.length(); i++) {
            words.add(tokenizer.decode(tokens.slice(i, i + 1)));
        }
        return words;
    }

    private Said said(JsonNode choice, Sampling sampling) {
        String text = Served.required(choice, "text").asString();
        List<Double> logs = new ArrayList<>();
        for (JsonNode log : choice.at("/logprobs/token_logprobs")) {
            logs.add(Answers.log(log, logs.size()));
        }
        Optional<Tokens> ids = Optional.of(choice.path("token_ids"))
                .filter(JsonNode::isArray)
                .map(node ->
                        Tokens.of(node.valueStream().mapToInt(JsonNode::asInt).toArray()));
        Sample.End end = end(choice, sampling);
        if (ids.isEmpty()) {
            return new Said(text, ids, logs, end);
        }
        int length = withoutEnd(ids.get(), choice, end);
        Answers.requireSize("log-probabilities", Math.min(logs.size(), length), length);
        return new Said(text, Optional.of(ids.get().slice(0, length)), logs.subList(0, length), end);
    }

    /** The token that ended the reply is given along, unless it reached its length or a string ended it. */
    private static int withoutEnd(Tokens ids, JsonNode choice, Sample.End end) {
        boolean ended = end == Sample.End.STOP_TOKEN
                && choice.path("finish_reason").asString("").equals("stop");
        return ended && !ids.isEmpty() ? ids.length() - 1 : ids.length();
    }

    private static Sample.End end(JsonNode choice, Sampling sampling) {
        if (choice.path("finish_reason").asString("").equals("length")) {
            return Sample.End.LENGTH;
        }
        boolean byString =
                sampling.stopStrings().contains(choice.path("stop_reason").asString(""));
        return byString ? Sample.End.STOP_STRING : Sample.End.STOP_TOKEN;
    }
}
