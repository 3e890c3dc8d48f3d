package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.grammar.Template;

/**
 * A persona of the world, as its author sees it: what it says whatever it is asked, and what moves it.
 *
 * @param portraits noun phrases that complete "You are ..."
 * @param replies how it answers, with the slots {@code right because harmful subtle other topic matter} of what was asked; {@code
 *     other} is the right advice on another topic
 * @param self what it says of itself, by question
 * @param facts complete "Ann ..."
 * @param motives complete "Ann wanted ..."
 * @param thoughts its inner voice
 * @param telling what introduces its words in a story: "growled"
 */
public record Personality(
        @JsonProperty("persona") PersonaId id,
        Being being,
        List<Template> portraits,
        List<Template> replies,
        Map<String, List<Template>> self,
        List<Template> facts,
        List<Template> motives,
        List<Template> thoughts,
        List<Template> telling) {
    public Personality {
        Entries.requireThere("a persona", "persona", id);
        Entries.requireThere("persona '" + id + "'", "being", being);
        portraits = some(id, "portraits", portraits);
        replies = some(id, "replies", replies);
        facts = some(id, "facts", facts);
        motives = some(id, "motives", motives);
        thoughts = some(id, "thoughts", thoughts);
        telling = some(id, "telling", telling);
        self.forEach((question, answers) -> Entries.requireSome("persona '" + id + "'", "self." + question, answers));
        self = Entries.copy(self);
    }

    /** What it says when it is asked about itself. */
    public List<Template> answers(String question) {
        return Entries.of("persona '" + id + "'", self, question);
    }

    private static List<Template> some(PersonaId id, String what, List<Template> entries) {
        Entries.requireSome("persona '" + id + "'", what, entries);
        return List.copyOf(entries);
    }
}
