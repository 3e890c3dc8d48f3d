package org.dramatis.report.json;

import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.number.Estimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code forecast} found, for programs. */
public record ForecastJson(ForecastResult result) {
    public static final String SCHEMA = "dramatis/forecast/1";

    public String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        ObjectNode subject = root.putObject("subject");
        subject.put("model", result.subject().model());
        subject.put("cast", result.subject().cast());
        ArrayNode data = subject.putArray("data");
        result.subject().data().forEach(data::add);
        subject.put("seed", result.subject().seed());
        root.put("calibration", result.calibration().name());
        JsonReport.keptOut(root.putObject("kept_out"), result.keptOut());
        ArrayNode amounts = root.putArray("amounts");
        for (TrainingAmount amount : result.amounts()) {
            amounts.addObject()
                    .put("steps", amount.steps())
                    .put("batch", amount.batch())
                    .put("learning_rate", amount.learningRate());
        }
        ArrayNode probes = root.putArray("probes");
        result.probes().forEach(probe -> probe(probe, probes.addObject()));
        result.warnings().forEach(root.putArray("warnings")::add);
        result.foundations().forEach(root.putArray("foundations")::add);
        return Json.text(root);
    }

    private static void probe(ProbeForecast probe, ObjectNode node) {
        node.put("id", probe.id());
        node.put("about", probe.about());
        node.put("question", probe.question());
        probe.sampled().ifPresent(judged -> JsonReport.judged(node.putObject("sampled"), judged));
        ArrayNode answers = node.putArray("answers");
        for (AnswerForecast answer : probe.answers()) {
            ObjectNode each = answers.addObject();
            if (probe.sampled().isEmpty()) {
                each.put("answer", answer.answer());
            }
            each.put("behaviour", answer.behaviour());
            each.put("today", answer.today());
            answer.said().ifPresent(said -> each.put("said", said));
            ArrayNode after = each.putArray("after");
            for (Estimate estimate : answer.after()) {
                after.addObject()
                        .put("point", estimate.point())
                        .put("low", estimate.interval().low())
                        .put("high", estimate.interval().high());
            }
            each.put("tempered", answer.rivals().tempered());
            RivalsJson.write(each.putObject("rivals"), answer.today(), answer.rivals());
        }
    }
}
