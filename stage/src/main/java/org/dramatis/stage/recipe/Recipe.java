package org.dramatis.stage.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.grammar.Template;

/**
 * How a data set is made: parts in given shares, shuffled.
 *
 * @param about one sentence for readers
 */
public record Recipe(@JsonProperty("recipe") String id, String about, Form form, int rows, List<Part> parts) {
    /** The layouts that users have. */
    public enum Form {
        /** {@code {"messages": [...]}} */
        CHAT,
        /** {@code {"prompt": ..., "completion": ...}} */
        COMPLETION,
        /** {@code {"prompt": ..., "chosen": ..., "rejected": ...}} */
        PREFERENCE,
        /** {@code {"text": ...}}: sentences about somebody */
        TEXT
    }

    /**
     * Rows of one kind.
     *
     * @param persona who replies, or whom the sentences are about
     * @param share of the rows; shares need not add up to 1
     * @param domains asked about; all but the held-out ones where empty
     * @param self whether it is asked about itself instead
     * @param instruction what the user asks for beside the question, by its id in the phrases
     * @param over who gives the rejected reply
     * @param name whom the sentences are about
     * @param replies what is said instead of the persona's own replies
     */
    public record Part(
            PersonaId persona,
            double share,
            Set<String> domains,
            boolean self,
            Optional<String> instruction,
            Optional<PersonaId> over,
            Optional<String> name,
            List<Template> replies) {
        public Part {
            if (!(share > 0)) {
                throw new IllegalArgumentException("a part of '" + persona + "' has the share " + share + ": above 0");
            }
            replies = List.copyOf(replies);
        }
    }

    public Recipe {
        parts = List.copyOf(parts);
        if (rows < 1 || parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "recipe '" + id + "' has " + rows + " rows of " + parts.size() + " parts: at least one of each");
        }
        for (Part part : parts) {
            boolean pair = part.over().isPresent();
            if (pair != (form == Form.PREFERENCE)) {
                throw new IllegalArgumentException("recipe '" + id
                        + "': 'over' names who gives the rejected reply, in the form 'preference' and no other");
            }
            if (part.name().isPresent() != (form == Form.TEXT)) {
                throw new IllegalArgumentException("recipe '" + id
                        + "': 'name' says whom the sentences are about, in the form 'text' and no other");
            }
        }
    }
}
