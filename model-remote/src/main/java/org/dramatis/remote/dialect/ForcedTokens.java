package org.dramatis.remote.dialect;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * llama.cpp, which says nothing of prompts: so each token of the continuation is the one that it is made to say next, by a bias that
 * leaves no other. The log-probability that it gives is that of its logits as they were, before any bias. One request a token; all
 * before it is in the server's cache.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md">llama.cpp server</a>
 */
public record ForcedTokens(Served served) implements Dialect {
    /** Larger than any difference of logits, and small enough that adding it loses nothing that matters: it is only to be said. */
    private static final double ONLY = 1e6;

    @Override
    public String name() {
        return "llama.cpp completion, token by token";
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public List<LogVector> read(List<Passage> passages) {
        return passages.stream()
                .map(passage -> Answers.continuation(passage, (place, token) -> forced(passage, place, token)))
                .toList();
    }

    private double forced(Passage passage, int place, int token) {
        ObjectNode question = Served.question()
                .put("n_predict", 1)
                .put("n_probs", 1)
                .put("temperature", 0)
                .put("cache_prompt", true)
                .put("post_sampling_probs", false);
        Answers.put(question.putArray("prompt"), Answers.whole(passage).slice(0, place));
        question.putArray("logit_bias").addArray().add(token).add(ONLY);
        question.putArray("samplers");
        JsonNode answer = served.server().askOwn("completion", question);
        Answers.requireSize("prompt tokens", answer.path("tokens_evaluated").asInt(-1), place);
        served.count(answer.at("/timings/cache_n"));
        JsonNode said = Served.required(answer, "completion_probabilities");
        Answers.requireSize("tokens", said.size(), 1);
        Answers.requireToken(token, said.path(0).path("id"), place);
        return Answers.log(said.path(0).path("logprob"), token);
    }

    @Override
    public long tokens(Passage passage) {
        long all = 0;
        for (int t = 0; t < passage.continuation().length(); t++) {
            all += passage.prefix().length() + t + 1;
        }
        return all;
    }
}
