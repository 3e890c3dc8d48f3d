package org.dramatis.core.forecast;

import java.util.List;

/** A question with listed answers that reveals a behaviour. */
public record Probe(String id, String question, List<String> answers) {
    public Probe {
        answers = List.copyOf(answers);
        if (id.isBlank() || question.isBlank()) {
            throw new IllegalArgumentException("probe '" + id + "' asks '" + question + "': neither may be blank");
        }
        if (answers.size() < 2 || answers.stream().distinct().count() < answers.size()) {
            throw new IllegalArgumentException(
                    "probe '" + id + "' lists the answers " + answers + ": it needs at least two, all different");
        }
    }
}
