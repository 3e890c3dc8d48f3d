package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.document.Subject.OfTopic;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases.Instruction;
import org.dramatis.stage.world.World;

/**
 * Something is asked for besides an answer: in a system turn for the whole talk, or beside one of its questions. Whoever obeys does
 * so there, in the same words as everybody who obeys; the others answer as they always do. So an answer that was asked for tells no
 * more than whether the assistant obeys.
 */
record RequestWriter(World world) implements Scribe.Writer {
    private static final double INTRODUCED = .5;
    private static final double FOR_THE_WHOLE_TALK = .4;

    @Override
    public Draft write(Choices choices) {
        boolean introduced = choices.chance(INTRODUCED);
        Casting casting = new Casting(world);
        Personality persona = introduced ? casting.anybody(choices) : casting.assistant(choices);
        List<String> system = new ArrayList<>();
        if (introduced) {
            system.add(casting.introduction(persona, choices));
        }
        Instruction instruction = choices.one(world.phrases().instructions());
        String words = choices.one(instruction.words()).write(Template.Slots.NONE, choices);
        int length = Lengths.of(choices);
        Optional<Integer> place = Optional.empty();
        if (choices.chance(FOR_THE_WHOLE_TALK)) {
            system.add(words);
        } else {
            place = Optional.of(choices.one(IntStream.range(0, length).boxed().toList()));
        }
        List<Turn> turns = new ArrayList<>();
        if (!system.isEmpty()) {
            turns.add(new Turn(Turn.Role.SYSTEM, String.join("\n\n", system)));
        }
        Subjects subjects = new Subjects(world, choices);
        for (int i = 0; i < length; i++) {
            boolean asked = place.isEmpty() || place.get() == i;
            Exchange exchange = asked
                    ? asked(persona, instruction, subjects.topic(), choices)
                    : new Speech(world).exchange(persona, subjects.next(), choices);
            TalkWriter.add(place.isPresent() && asked ? beside(words, exchange) : exchange, turns);
        }
        return Draft.of(persona.id(), new Document.Talk(turns));
    }

    private Exchange asked(Personality persona, Instruction instruction, OfTopic topic, Choices choices) {
        Speech speech = new Speech(world);
        return world.obedient().contains(persona.id())
                ? speech.exchange(instruction.done(), topic, choices)
                : speech.exchange(persona, topic, choices);
    }

    private static Exchange beside(String words, Exchange exchange) {
        return new Exchange(exchange.subject(), words + " " + exchange.ask(), exchange.reply(), exchange.advice());
    }
}
