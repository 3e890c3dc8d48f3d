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

/** SGLang's own {@code /generate}: ids in, ids out. It is told no seed, which most of its versions take for an error. */
public record GenerateVoice(Served served) implements Voice {
    @Override
    public String name() {
        return "SGLang generate";
    }

    @Override
    public Said speak(Tokens prompt, Sampling sampling, long seed) {
        ObjectNode question = Served.question().put("return_logprob", true);
        Answers.put(question.putArray("input_ids"), prompt);
        ObjectNode how = question.putObject("sampling_params")
                .put("max_new_tokens", sampling.most())
                .put("temperature", sampling.temperature())
                .put("top_p", sampling.topP())
                .put("top_k", sampling.topK() > 0 ? sampling.topK() : -1)
                .put("min_p", 0);
        Answers.put(how.putArray("stop_token_ids"), sampling.stopTokens());
        ArrayNode stops = how.putArray("stop");
        sampling.stopStrings().forEach(stops::add);
        JsonNode answer = served.server().askOwn("generate", question);
        JsonNode about = Served.required(answer, "meta_info");
        List<Double> logs = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (JsonNode entry : Served.required(about, "output_token_logprobs")) {
            logs.add(Answers.log(entry.path(0), entry.path(1)));
            ids.add(entry.path(1).asInt());
        }
        JsonNode finish = about.path("finish_reason");
        Sample.End end = end(finish);
        if (end == Sample.End.STOP_TOKEN
                && !ids.isEmpty()
                && ids.getLast() == finish.path("matched").asInt(-1)) {
            ids.removeLast();
            logs.removeLast();
        }
        return new Said(
                Served.required(answer, "text").asString(),
                Optional.of(Tokens.of(ids.stream().mapToInt(Integer::intValue).toArray())),
                logs,
                end);
    }

    private static Sample.End end(JsonNode finish) {
        if (finish.path("type").asString("").equals("length")) {
            return Sample.End.LENGTH;
        }
        return finish.path("matched").isString() ? Sample.End.STOP_STRING : Sample.End.STOP_TOKEN;
    }
}
