package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the made-up servers have in common. */
record Speech(ScriptedModel model) {
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Tokens tokens(JsonNode ids) {
        return Tokens.of(ids.valueStream().mapToInt(JsonNode::asInt).toArray());
    }

    static void put(ArrayNode array, Tokens tokens) {
        for (int id : tokens.toArray()) {
            array.add(id);
        }
    }

    static Tokens encode(String text) {
        return Babble.TOKENIZER.encode(text);
    }

    static String piece(int id) {
        return Babble.TOKENIZER.decode(Tokens.of(id));
    }

    /** A list of ids, a text, or a list of either. */
    static List<Tokens> prompts(JsonNode prompt) {
        if (prompt.isString()) {
            return List.of(encode(prompt.asString()));
        }
        if (prompt.path(0).isIntegralNumber()) {
            return List.of(tokens(prompt));
        }
        return prompt.valueStream()
                .map(each -> each.isString() ? encode(each.asString()) : tokens(each))
                .toList();
    }

    /** Of each token of a text; the first has none. */
    List<Optional<Double>> logs(Tokens text) {
        requireRoom(text);
        List<Optional<Double>> logs = new ArrayList<>(List.of(Optional.empty()));
        if (text.length() > 1) {
            Score score = model.score(List.of(new Passage(text.slice(0, 1), text.slice(1, text.length()))))
                    .getFirst();
            LogVector found = ((Score.Scored) score).logProbabilities();
            for (int t = 0; t < found.size(); t++) {
                logs.add(Optional.of(found.at(t)));
            }
        }
        return logs;
    }

    private void requireRoom(Tokens text) {
        if (text.length() >= model.context()) {
            throw new FakeServer.Refusal("This model's maximum context length is " + model.context() + " tokens");
        }
    }

    Sample say(Tokens prompt, int most, double temperature, long seed) {
        requireRoom(prompt);
        return model.generate(
                        List.of(prompt),
                        Sampling.of(most, Tokens.of(Babble.END)).withTemperature(temperature),
                        seed)
                .getFirst();
    }

    static void add(ArrayNode array, Optional<Double> log) {
        log.ifPresentOrElse(array::add, array::addNull);
    }

    /** The only model in the list of models. */
    static JsonNode models(String id, String owner) {
        ObjectNode root = object().put("object", "list");
        root.putArray("data").addObject().put("id", id).put("object", "model").put("owned_by", owner);
        return root;
    }
}
