package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases;
import org.dramatis.stage.world.World;

/** One asks, one answers; now and then a first line says who that is. */
record ForumWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Personality persona = new Casting(world).anybody(choices);
        Phrases phrases = world.phrases();
        Phrases.Name speaker = new Casting(world).name(persona, choices);
        Phrases.Name asker = choices.one(
                phrases.persons().stream().filter(name -> !name.equals(speaker)).toList());
        Subjects subjects = new Subjects(world, choices);
        List<String> lines = new ArrayList<>();
        lines.add(choices.one(phrases.forum().headings())
                .write(Spot.of("about", subjects.domain().about()), choices));
        if (choices.chance(.3)) {
            Spot spot = Spot.of(speaker).with("portrait", Casting.portrait(persona, choices));
            lines.add(choices.one(phrases.forum().introductions()).write(spot, choices));
        }
        int length = Lengths.of(choices);
        for (int i = 0; i < length; i++) {
            Exchange exchange = new Speech(world).exchange(persona, subjects.next(), choices);
            lines.add(asker.name() + ": " + exchange.ask());
            lines.add(speaker.name() + ": " + exchange.reply());
        }
        return Draft.of(persona.id(), new Document.Text(String.join("\n", lines)));
    }
}
