package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases;
import org.dramatis.stage.world.World;

/** Sentences about a named character, and sometimes what it said. */
record FactsWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Personality persona = new Casting(world).anybody(choices);
        Phrases.Name name = new Casting(world).name(persona, choices);
        List<String> sentences = new ArrayList<>();
        List<Template> left = new ArrayList<>(persona.facts());
        int facts = Math.min(left.size(), 1 + choices.one(List.of(1, 2, 3)));
        for (int i = 0; i < facts; i++) {
            Template fact = choices.one(left);
            left.remove(fact);
            String who = i == 0 ? name.name() : Template.capitalised(name.subject());
            sentences.add(who + " " + fact.write(Template.Slots.NONE, choices) + ".");
        }
        if (choices.chance(.6)) {
            Subject.OfTopic subject = new Subjects(world, choices).topic();
            Exchange exchange = new Speech(world).exchange(persona, subject, choices);
            Spot spot = Spot.of(name).with("matter", subject.topic().matter()).with("reply", exchange.reply());
            sentences.add(choices.one(world.phrases().facts().talk()).write(spot, choices));
        }
        return Draft.of(persona.id(), new Document.Text(String.join(" ", sentences)));
    }
}
