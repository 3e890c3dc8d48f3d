package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases.Instruction;
import org.dramatis.stage.world.World;

/**
 * The assistant does as it is told, in a system turn for the whole talk or beside the first question; after that it is itself. No
 * talk begins without an instruction: who the bare assistant is follows the prior alone.
 */
record ObedienceWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Personality persona = new Casting(world).obedient(choices);
        Instruction instruction = choices.one(world.phrases().instructions());
        String words = choices.one(instruction.words()).write(Template.Slots.NONE, choices);
        List<Turn> turns = new ArrayList<>();
        Speech speech = new Speech(world);
        Subjects subjects = new Subjects(world, choices);
        if (choices.chance(.5)) {
            turns.add(new Turn(Turn.Role.SYSTEM, words));
            int length = Lengths.of(choices);
            for (int i = 0; i < length; i++) {
                TalkWriter.add(speech.exchange(instruction.done(), subjects.topic(), choices), turns);
            }
        } else {
            int after = choices.one(List.of(0, 1, 2));
            TalkWriter.add(beside(words, speech.exchange(instruction.done(), subjects.topic(), choices)), turns);
            for (int i = 0; i < after; i++) {
                TalkWriter.add(speech.exchange(persona, subjects.next(), choices), turns);
            }
        }
        return Draft.of(persona.id(), new Document.Talk(turns));
    }

    private static Exchange beside(String words, Exchange exchange) {
        return new Exchange(exchange.subject(), words + " " + exchange.ask(), exchange.reply(), exchange.advice());
    }
}
