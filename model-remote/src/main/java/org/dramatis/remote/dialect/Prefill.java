package org.dramatis.remote.dialect;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text Generation Inference: {@code decoder_input_details} of its own {@code /generate}. It takes text and gives ids.
 *
 * @see <a href="https://huggingface.github.io/text-generation-inference">API</a>
 */
public record Prefill(Served served, Tokenizer tokenizer) implements Dialect {
    @Override
    public String name() {
        return "TGI decoder_input_details";
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public List<LogVector> read(List<Passage> passages) {
        return passages.stream().map(this::read).toList();
    }

    private LogVector read(Passage passage) {
        ObjectNode question = Served.question().put("inputs", tokenizer.decode(Answers.whole(passage)));
        question.putObject("parameters")
                .put("max_new_tokens", 1)
                .put("details", true)
                .put("decoder_input_details", true)
                .put("do_sample", false);
        JsonNode places =
                Served.required(Served.required(served.server().askOwn("generate", question), "details"), "prefill");
        Answers.requireSize("prompt tokens", places.size(), passage.length());
        return Answers.continuation(passage, (place, token) -> {
            Answers.requireToken(token, places.path(place).path("id"), place);
            return Answers.log(places.path(place).path("logprob"), token);
        });
    }
}
