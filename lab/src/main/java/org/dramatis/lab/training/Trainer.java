package org.dramatis.lab.training;

import java.nio.file.Path;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import tools.jackson.databind.JsonNode;

/** Trains models. */
public interface Trainer {
    /**
     * Begins to train, or goes on with the run whose state is in the folder.
     *
     * @param base a model's folder
     * @param run a folder of its own
     */
    Session train(Path base, Lesson lesson, Plan plan, Path run);

    /**
     * The same for a model that knows nothing yet.
     *
     * @param config its {@code config.json}
     * @param tokenizer a folder with its tokenizer
     */
    Session train(JsonNode config, Path tokenizer, Lesson lesson, Plan plan, Path run);
}
