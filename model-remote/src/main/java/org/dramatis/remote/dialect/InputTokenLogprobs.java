package org.dramatis.remote.dialect;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.remote.http.BadAnswerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SGLang: {@code return_logprob} of its own {@code /generate}. What is before {@code logprob_start_len} may come from the server's
 * cache; it is the last token of the prefix, since the first place has no number.
 *
 * @see <a href="https://docs.sglang.io/basic_usage/sampling_params.html">Sampling parameters</a>
 */
public record InputTokenLogprobs(Served served, int atOnce) implements Dialect {
    @Override
    public String name() {
        return "SGLang return_logprob";
    }

    @Override
    public List<LogVector> read(List<Passage> passages) {
        ObjectNode question = Served.question().put("return_logprob", true);
        question.putObject("sampling_params").put("max_new_tokens", 1).put("temperature", 0);
        Answers.putAll(question, "input_ids", passages);
        ArrayNode starts = question.putArray("logprob_start_len");
        passages.forEach(passage -> starts.add(start(passage)));
        if (passages.size() == 1) {
            question.put("logprob_start_len", start(passages.getFirst()));
        }
        JsonNode answer = served.server().askOwn("generate", question);
        List<JsonNode> answers = answer.isArray() ? answer.valueStream().toList() : List.of(answer);
        Answers.requireSize("texts", answers.size(), passages.size());
        List<LogVector> read = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            read.add(read(passages.get(i), Served.required(answers.get(i), "meta_info")));
        }
        return read;
    }

    private static int start(Passage passage) {
        return passage.prefix().length() - 1;
    }

    private LogVector read(Passage passage, JsonNode said) {
        served.count(said.path("cached_tokens"));
        if (said.path("prompt_tokens").asInt(passage.length()) != passage.length()) {
            throw new BadAnswerException("the server read " + said.path("prompt_tokens") + " tokens where "
                    + passage.length() + " were sent");
        }
        JsonNode places = Served.required(said, "input_token_logprobs");
        Answers.requireSize("prompt tokens", places.size(), passage.length() - start(passage));
        return Answers.continuation(passage, (place, token) -> {
            JsonNode entry = places.path(place - start(passage)); // [log-probability, id, text]
            Answers.requireToken(token, entry.path(1), place);
            return Answers.log(entry.path(0), token);
        });
    }
}
