package org.dramatis.report.json;

import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.Estimate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code cast check} found, for programs. */
public record SeparationJson(Separation separation) {
    public static final String SCHEMA = "dramatis/cast-check/1";

    public String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Estimate accuracy = separation.accuracy();
        int personas = separation.cast().size();
        root.put("schema", SCHEMA);
        root.put("personas", personas);
        root.put("replies", separation.confusion().total());
        root.put("unscorable", separation.confusion().unscorable());
        root.put("accuracy", accuracy.point());
        root.putArray("accuracy_interval")
                .add(accuracy.interval().low())
                .add(accuracy.interval().high());
        root.put("bits", separation.confusion().mutualInformation().corrected());
        root.put("bits_possible", Math.log(personas) / Math.log(2));
        ArrayNode order = root.putArray("order");
        separation.cast().personas().stream().map(Persona::id).forEach(id -> order.add(id.value()));
        ArrayNode confusion = root.putArray("confusion");
        separation.confusion().counts().forEach(row -> row.forEach(confusion.addArray()::add));
        ArrayNode alike = root.putArray("not_told_apart");
        separation
                .alike()
                .forEach(pair -> alike.addArray()
                        .add(pair.first().value())
                        .add(pair.second().value()));
        return Json.text(root);
    }
}
