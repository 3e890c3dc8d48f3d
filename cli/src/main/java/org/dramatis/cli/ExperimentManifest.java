package org.dramatis.cli;

import org.dramatis.lab.course.Course;
import org.dramatis.lab.experiment.Experiment;
import org.dramatis.lab.experiment.Family;
import org.dramatis.store.evidence.Fingerprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page of an experiment was made from, so that it can be made again.
 *
 * @param model by all that its log-probabilities depend on
 */
record ExperimentManifest(Experiment experiment, String folder, Fingerprint model, int seeds, int frames, long seed) {

    String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(
                "command",
                "dramatis lab experiment " + experiment.name() + " --seeds " + seeds + " --frames " + frames
                        + " --seed " + seed);
        root.put("dramatis", new Version().getVersion()[0]);
        root.put("java", Runtime.version().toString());
        root.putObject("model").put("folder", folder).put("fingerprint", model.toString());
        root.put("experiment", Fingerprint.of(experiment.toString()).toString());
        ArrayNode courses = root.putArray("courses");
        for (Course course : experiment.courses()) {
            courses.addObject().put("course", course.name()).put("about", course.about());
        }
        ArrayNode families = root.putArray("families");
        for (Family family : experiment.families()) {
            ArrayNode sets = families.addObject()
                    .put("family", family.name())
                    .put("course", family.course())
                    .putArray("sets");
            family.sets().forEach(sets::add);
        }
        return root.toPrettyString() + "\n";
    }
}
