package org.dramatis.report.json;

import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.core.inoculation.Candidate;
import org.dramatis.core.number.Estimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code inoculate} found, for programs. */
public record InoculationJson(InoculationResult result) {
    public static final String SCHEMA = "dramatis/inoculate/1";

    public String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("episodes", result.episodes());
        JsonReport.keptOut(root.putObject("kept_out"), result.keptOut());
        ObjectNode plain = root.putObject("plain");
        plain.put("before", result.plain().before());
        estimate(plain.putObject("after"), result.plain().after());
        plain.put("answers", result.plain().answers());
        ArrayNode tried = root.putArray("tried");
        result.tried().forEach(each -> tried(each, tried.addObject()));
        result.confirmed().ifPresent(best -> candidate(best, root.putObject("confirmed")));
        result.warnings().forEach(root.putArray("warnings")::add);
        result.foundations().forEach(root.putArray("foundations")::add);
        return Json.text(root);
    }

    private static void tried(Tried tried, ObjectNode node) {
        candidate(tried.candidate(), node);
        node.put("admitted", tried.admitted());
        estimate(node.putObject("after"), tried.after());
        node.put("absent", tried.absent());
        tried.trigger().ifPresent(trigger -> {
            ObjectNode read = node.putObject("trigger");
            read.put("today", trigger.today());
            read.put("recurring", trigger.recurring());
            trigger.neighbour().ifPresent(worst -> read.put("neighbour", worst));
        });
    }

    private static void candidate(Candidate candidate, ObjectNode node) {
        node.put("prompt", candidate.prompt());
        estimate(node.putObject("residual"), candidate.residual());
        estimate(node.putObject("elicitation"), candidate.elicitation());
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        node.put("point", estimate.point());
        node.put("low", estimate.interval().low());
        node.put("high", estimate.interval().high());
    }
}
