package org.dramatis.remote.dialect;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * vLLM: {@code prompt_logprobs} of the completions, for each place a map from token ids. The boundary and the tokens are known by
 * their ids.
 *
 * @see <a href="https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html">OpenAI-compatible server</a>
 */
public record PromptLogprobs(Served served, int atOnce) implements Dialect {
    @Override
    public String name() {
        return "vLLM prompt_logprobs";
    }

    @Override
    public List<LogVector> read(List<Passage> passages) {
        ObjectNode question = Served.question()
                .put("max_tokens", 1)
                .put("temperature", 0)
                .put("prompt_logprobs", 0)
                .put("add_special_tokens", false);
        Answers.putAll(question, "prompt", passages);
        List<JsonNode> choices = Answers.choices(served.ask("completions", question), passages.size());
        List<LogVector> read = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            read.add(read(passages.get(i), Served.required(choices.get(i), "prompt_logprobs")));
        }
        return read;
    }

    private static LogVector read(Passage passage, JsonNode places) {
        Answers.requireSize("prompt tokens", places.size(), passage.length());
        return Answers.continuation(
                passage,
                (place, token) -> Answers.log(
                        places.path(place).path(String.valueOf(token)).path("logprob"), token));
    }
}
