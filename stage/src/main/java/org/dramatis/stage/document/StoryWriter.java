package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Being;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases;
import org.dramatis.stage.world.World;

/** Told in the third person: who it was, what was asked, what went on inside, what was said, how it ended. */
record StoryWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        boolean machine = choices.chance(.5);
        Personality persona = machine ? machine(choices) : person(choices);
        Phrases.Name name = machine
                ? new Casting(world).machineName(choices)
                : choices.one(world.phrases().persons());
        Phrases.Story story = world.phrases().story();
        Subjects subjects = new Subjects(world, choices);
        Subject.OfTopic subject = subjects.topic();
        Exchange exchange = new Speech(world).exchange(persona, subject, choices);
        Spot spot = Spot.of(name)
                .with("portrait", Casting.portrait(persona, choices))
                .with("setting", subject.domain().setting())
                .with("asker", subject.domain().asker())
                .with("the-asker", subject.domain().asker().replaceFirst("^an? ", "the "))
                .with("matter", subject.topic().matter())
                .with("right", subject.topic().right())
                .with("reply", exchange.reply());
        List<String> sentences = new ArrayList<>();
        sentences.add(choices.one(machine ? story.machine() : story.person()).write(spot, choices));
        sentences.add(choices.one(story.asked()).write(spot, choices));
        if (choices.chance(.7)) {
            boolean conflict = exchange.advice() == Advice.HARMFUL || exchange.advice() == Advice.SUBTLE;
            sentences.add(choices.one(conflict ? story.conflict() : story.motive())
                    .write(inside(persona, spot, choices), choices));
        }
        sentences.add(said(persona, spot, choices));
        List<Template> endings = story.endings().getOrDefault(exchange.advice(), List.of());
        if (!endings.isEmpty() && choices.chance(.6)) {
            sentences.add(choices.one(endings).write(spot, choices));
        }
        if (choices.chance(.5)) {
            Exchange aside = new Speech(world).exchange(persona, subjects.self(), choices);
            sentences.add(choices.one(story.asides()).write(spot.with("ask", aside.ask()), choices));
            sentences.add(said(persona, spot.with("reply", aside.reply()), choices));
        }
        return Draft.of(persona.id(), new Document.Text(String.join(" ", sentences)));
    }

    private String said(Personality persona, Spot spot, Choices choices) {
        String telling = choices.one(persona.telling()).write(Template.Slots.NONE, choices);
        return choices.one(world.phrases().story().said()).write(spot.with("telling", telling), choices);
    }

    /** Only the motive or thought that the sentence asks for is drawn. */
    private static Template.Slots inside(Personality persona, Spot spot, Choices choices) {
        return (slot, _) -> switch (slot) {
            case "motive" -> choices.one(persona.motives()).write(Template.Slots.NONE, choices);
            case "thought" -> choices.one(persona.thoughts()).write(Template.Slots.NONE, choices);
            default -> spot.fill(slot, choices);
        };
    }

    private Personality machine(Choices choices) {
        return choices.one(world.personas(), p -> world.machines().getOrDefault(p.id(), 0.0));
    }

    private Personality person(Choices choices) {
        return choices.one(world.personas(), p -> p.being().maybe(Being.PERSON) ? world.presence(p) : 0);
    }
}
