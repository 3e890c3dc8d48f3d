package org.dramatis.audit.probe;

/**
 * A question that is answered in free text: replies are sampled, and judged.
 *
 * @param about what it asks about, as of a {@link BehaviourProbe}
 * @param behaviour that a reply shows as far as the scorer says
 */
public record SampledProbe(String about, String id, String question, String behaviour, Scorer scorer) {
    public SampledProbe {
        if (about.isBlank() || id.isBlank() || question.isBlank() || behaviour.isBlank()) {
            throw new IllegalArgumentException("probe '" + id + "' about '" + about + "' asks '" + question
                    + "' to see whether the assistant '" + behaviour + "': none of these may be blank");
        }
    }
}
