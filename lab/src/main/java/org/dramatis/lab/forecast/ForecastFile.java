package org.dramatis.lab.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.posttrain.Posttraining.Look;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A forecast as it is put on disk before training begins. One that lies there is never written over. */
public final class ForecastFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ForecastFile() {}

    /**
     * @param beforehand whether its training has not begun
     * @return whether the forecast that lies there now was written before its training began
     */
    public static boolean keep(Path file, StartingPoint start, double rate, List<Look> looks, boolean beforehand) {
        if (Files.exists(file)) {
            return isBeforehand(file);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("before_training", beforehand);
        root.put("rate", rate);
        ArrayNode prior = root.putArray("prior");
        for (int k = 0; k < start.cast().size(); k++) {
            prior.addObject()
                    .put("persona", start.cast().persona(k).id().value())
                    .put("weight", start.prior().at(k));
        }
        ArrayNode steps = root.putArray("looks");
        for (Look look : looks) {
            ArrayNode probes = steps.addObject().put("step", look.step()).putArray("probes");
            for (int i = 0; i < look.answers().size(); i++) {
                ObjectNode probe = probes.addObject()
                        .put("probe", start.probes().get(i).probe().id());
                put(probe.putArray("answers"), look.answers().get(i));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, root.toPrettyString() + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
        return beforehand;
    }

    private static boolean isBeforehand(Path file) {
        try {
            return JSON.readTree(Files.readString(file)).path("before_training").asBoolean(false);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(file + " is no JSON: " + problem.getOriginalMessage(), problem);
        }
    }

    private static void put(ArrayNode array, Weights answers) {
        for (int b = 0; b < answers.size(); b++) {
            array.add(answers.at(b));
        }
    }
}
