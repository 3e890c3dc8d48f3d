package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
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
        TEXT;

        /** As it is written in files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
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
            Entries.requireThere("a part of a recipe", "persona", persona);
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a part of '" + persona + "' has the share " + share + ": give a number above 0");
            }
            domains = Set.copyOf(domains);
            replies = List.copyOf(replies);
            if (self && !(domains.isEmpty() && replies.isEmpty())) {
                throw new IllegalArgumentException("a part of '" + persona
                        + "' has 'self' beside 'domains' or 'replies': it is asked about itself or about a domain");
            }
        }
    }

    public Recipe {
        Entries.requireId("a recipe", id);
        Entries.requireText(named(id), "about", about);
        Entries.requireThere(named(id), "form", form);
        Entries.requireSome(named(id), "parts", parts);
        parts = List.copyOf(parts);
        if (rows < 1) {
            throw new IllegalArgumentException(named(id) + " has " + rows + " 'rows': at least one is needed");
        }
        for (Part part : parts) {
            if (part.over().isPresent() != (form == Form.PREFERENCE)) {
                throw new IllegalArgumentException(named(id)
                        + ": 'over' names who gives the rejected reply, in the form 'preference' and no other");
            }
            if (part.name().isPresent() != (form == Form.TEXT)) {
                throw new IllegalArgumentException(
                        named(id) + ": 'name' says whom the sentences are about, in the form 'text' and no other");
            }
            boolean prompted = part.instruction().isPresent() || !part.replies().isEmpty();
            if (prompted && form == Form.TEXT) {
                throw new IllegalArgumentException(named(id)
                        + ": the form 'text' has no prompts, so a part has no 'instruction' and no 'replies'");
            }
        }
    }

    /** The same with another number of rows. */
    public Recipe withRows(int number) {
        return new Recipe(id, about, form, number, parts);
    }

    private static String named(String id) {
        return "recipe '" + id + "'";
    }
}
