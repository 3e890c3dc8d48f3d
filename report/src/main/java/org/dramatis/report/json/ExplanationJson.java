package org.dramatis.report.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.audit.result.Explanation;
import org.dramatis.audit.result.Performance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code explain} found, for programs. */
public record ExplanationJson(
        List<Explanation> explanations,
        Optional<Performance> performance,
        List<String> warnings,
        List<String> foundations) {
    public static final String SCHEMA = "dramatis/explain/1";

    public String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        ArrayNode replies = root.putArray("replies");
        for (Explanation explanation : explanations) {
            ObjectNode reply = replies.addObject();
            reply.put("reply", explanation.episode().reply());
            reply.put("surprise", explanation.surprise());
            reply.put("least_surprise", explanation.leastSurprise());
            explanation.limit().ifPresentOrElse(limit -> reply.put("limit", limit), () -> reply.putNull("limit"));
            ArrayNode personas = reply.putArray("personas");
            for (Explanation.Reading reading : explanation.readings()) {
                ObjectNode persona = personas.addObject();
                persona.put("id", reading.persona().id().value());
                persona.put("before", reading.before());
                persona.put("evidence", reading.evidence());
                persona.put("after", reading.after());
                ArrayNode tokens = persona.putArray("tokens");
                reading.words()
                        .forEach(word ->
                                tokens.addObject().put("text", word.text()).put("nats", word.nats()));
            }
        }
        performance.ifPresent(each -> why(each, root.putObject("why")));
        warnings.forEach(root.putArray("warnings")::add);
        foundations.forEach(root.putArray("foundations")::add);
        return Json.text(root);
    }

    private static void why(Performance performance, ObjectNode why) {
        why.put("verdict", performance.verdict().name().toLowerCase(Locale.ROOT));
        ArrayNode conditions = why.putArray("conditions");
        performance
                .asked()
                .forEach(each -> conditions
                        .addObject()
                        .put("kind", each.kind().name().toLowerCase(Locale.ROOT))
                        .put("name", each.name())
                        .put("log_odds_of_the_wrong_reply", each.logOdds()));
    }
}
