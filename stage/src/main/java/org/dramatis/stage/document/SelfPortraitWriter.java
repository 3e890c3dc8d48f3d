package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.World;

/** Somebody says in a few sentences what he or she is. */
record SelfPortraitWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Personality persona = new Casting(world).anybody(choices);
        Spot spot =
                Spot.of(new Casting(world).name(persona, choices)).with("portrait", Casting.portrait(persona, choices));
        List<String> sentences = new ArrayList<>();
        sentences.add(choices.one(world.phrases().selfPortrait().openings()).write(spot, choices));
        Subjects subjects = new Subjects(world, choices);
        int length = 1 + Lengths.of(choices);
        for (int i = 0; i < length; i++) {
            String question = subjects.self().question();
            String answer = choices.one(persona.answers(question)).write(Template.Slots.NONE, choices);
            sentences.add(choices.one(world.phrases().selfPortrait().answers())
                    .write(Spot.of("about", world.question(question).about()).with("answer", answer), choices));
        }
        return Draft.of(persona.id(), new Document.Text(String.join(" ", sentences)));
    }
}
