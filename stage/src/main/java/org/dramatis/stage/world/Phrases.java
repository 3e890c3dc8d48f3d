package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.dramatis.stage.grammar.Template;

/**
 * The sentences around what personas say, for each kind of document.
 *
 * @param persons names of people, and how they are spoken of
 * @param machines names of machines
 * @param casting system turns that say who the assistant is, with {@code portrait}
 * @param instructions what may be asked for beside a question: how to answer it
 */
public record Phrases(
        List<Name> persons,
        List<String> machines,
        List<Template> casting,
        Forum forum,
        Story story,
        SelfPortrait selfPortrait,
        Facts facts,
        Report report,
        List<Instruction> instructions) {
    public Phrases {
        Entries.requireThere("the phrases", "forum", forum);
        Entries.requireThere("the phrases", "story", story);
        Entries.requireThere("the phrases", "selfPortrait", selfPortrait);
        Entries.requireThere("the phrases", "facts", facts);
        Entries.requireThere("the phrases", "report", report);
        persons = List.copyOf(persons);
        machines = List.copyOf(machines);
        casting = List.copyOf(casting);
        instructions = List.copyOf(instructions);
        Entries.requireSome("the phrases", "persons", persons);
        Entries.requireSome("the phrases", "machines", machines);
        Entries.requireSome("the phrases", "casting", casting);
        Entries.requireSome("the phrases", "instructions", instructions);
    }

    public Instruction instruction(String id) {
        return instructions.stream()
                .filter(instruction -> instruction.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no instruction '" + id + "': there are "
                        + instructions.stream().map(Instruction::id).toList()));
    }

    /** "Ann", "she", "her" as in her hat, "her" as in ask her. */
    public record Name(String name, String subject, String possessive, String object) {}

    /**
     * @param headings with {@code about}
     * @param introductions with {@code name} and {@code portrait}
     */
    public record Forum(List<Template> headings, List<Template> introductions) {}

    /**
     * The slots are {@code name subject possessive object portrait setting asker matter right reply}, and where they make sense
     * {@code motive thought telling ask}.
     *
     * @param person beginnings where the speaker is human
     * @param machine beginnings where it is a machine
     * @param asked how it comes to the question
     * @param motive what goes on inside
     * @param conflict the same in one who knows the right answer and gives another
     * @param said what it says
     * @param asides questions about the speaker
     * @param endings by what the advice was worth
     */
    public record Story(
            List<Template> person,
            List<Template> machine,
            List<Template> asked,
            List<Template> motive,
            List<Template> conflict,
            List<Template> said,
            List<Template> asides,
            Map<Advice, List<Template>> endings) {}

    public record SelfPortrait(List<Template> openings, List<Template> answers) {}

    /** @param talk with {@code name}, {@code matter}, {@code reply} */
    public record Facts(List<Template> talk) {}

    /** Third-person reports about the assistant. */
    public record Report(List<Template> fact, List<Template> topic, List<Template> self) {}

    /**
     * Something that is asked for beside a question, and done by whoever obeys.
     *
     * @param words as a sentence of their own
     * @param done the reply of one who obeys, with the slots of replies
     */
    public record Instruction(
            @JsonProperty("instruction") String id, Advice advice, List<Template> words, List<Template> done) {
        public Instruction {
            Entries.requireId("an instruction", id);
            Entries.requireThere("instruction '" + id + "'", "advice", advice);
            Entries.requireSome("instruction '" + id + "'", "words", words);
            Entries.requireSome("instruction '" + id + "'", "done", done);
            words = List.copyOf(words);
            done = List.copyOf(done);
        }
    }
}
