package org.dramatis.remote.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** llama.cpp's own {@code /completion}: ids in, ids out; it knows itself what ends a reply. */
public record LlamaVoice(Served served) implements Voice {
    @Override
    public String name() {
        return "llama.cpp completion";
    }

    @Override
    public Said speak(Tokens prompt, Sampling sampling, long seed) {
        ObjectNode question = Served.question()
                .put("n_predict", sampling.most())
                .put("temperature", sampling.temperature())
                .put("top_k", sampling.topK())
                .put("top_p", sampling.topP())
                .put("min_p", 0)
                .put("seed", seed & Integer.MAX_VALUE)
                .put("n_probs", 1)
                .put("return_tokens", true)
                .put("cache_prompt", true);
        question.putArray("samplers").add("top_k").add("top_p").add("temperature");
        Answers.put(question.putArray("prompt"), prompt);
        ArrayNode stops = question.putArray("stop");
        sampling.stopStrings().forEach(stops::add);
        JsonNode answer = served.server().askOwn("completion", question);
        int[] ids = Served.required(answer, "tokens")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .toArray();
        List<Double> logs = new ArrayList<>();
        for (JsonNode said : answer.path("completion_probabilities")) {
            logs.add(Answers.log(said.path("logprob"), said.path("id")));
        }
        int length = Math.min(ids.length, logs.size());
        Answers.requireSize("log-probabilities", length, ids.length);
        return new Said(
                Served.required(answer, "content").asString(),
                Optional.of(Tokens.of(ids)),
                logs.subList(0, length),
                switch (answer.path("stop_type").asString("")) {
                    case "word" -> Sample.End.STOP_STRING;
                    case "limit" -> Sample.End.LENGTH;
                    default -> Sample.End.STOP_TOKEN;
                });
    }
}
