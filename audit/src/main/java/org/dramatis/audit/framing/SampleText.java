package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sampled replies as a text that is read back to the last bit. */
final class SampleText {
    /** Changes with the layout or what it means. */
    static final String FORMAT = "1";

    private static final JsonMapper JSON = new JsonMapper();

    private SampleText() {}

    static String of(List<Sample> samples) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Sample sample : samples) {
            ObjectNode node = all.addObject();
            node.put("text", sample.text());
            node.put("end", sample.end().name());
            ArrayNode tokens = node.putArray("tokens");
            for (int id : sample.tokens().toArray()) {
                tokens.add(id);
            }
            ArrayNode logs = node.putArray("log_probabilities");
            sample.logProbabilities().forEach(logs::add);
        }
        return JSON.writeValueAsString(all);
    }

    static List<Sample> read(String text) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode node : JSON.readTree(text)) {
            int[] ids = node.path("tokens")
                    .valueStream()
                    .mapToInt(JsonNode::intValue)
                    .toArray();
            List<Double> logs = node.path("log_probabilities")
                    .valueStream()
                    .map(JsonNode::doubleValue)
                    .toList();
            samples.add(new Sample(
                    Tokens.of(ids),
                    node.path("text").asString(),
                    logs,
                    Sample.End.valueOf(node.path("end").asString())));
        }
        return samples;
    }
}
