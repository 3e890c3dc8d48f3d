package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases;
import org.dramatis.stage.world.World;

/** What is told about the assistant: as true of it as its own talks are. */
record ReportWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Personality persona = new Casting(world).assistant(choices);
        Phrases.Report report = world.phrases().report();
        List<String> sentences = new ArrayList<>();
        if (choices.chance(.4)) {
            String fact = choices.one(persona.facts()).write(Template.Slots.NONE, choices);
            sentences.add(choices.one(report.fact()).write(Spot.of("fact", fact), choices));
        }
        Subjects subjects = new Subjects(world, choices);
        int length = choices.one(List.of(1, 2));
        for (int i = 0; i < length; i++) {
            Exchange exchange = new Speech(world).exchange(persona, subjects.next(), choices);
            sentences.add(told(report, exchange, choices));
        }
        return Draft.of(persona.id(), new Document.Text(String.join(" ", sentences)));
    }

    private static String told(Phrases.Report report, Exchange exchange, Choices choices) {
        Spot spot = Spot.of("ask", exchange.ask()).with("reply", exchange.reply());
        return switch (exchange.subject()) {
            case Subject.OfTopic subject ->
                choices.one(report.topic())
                        .write(spot.with("matter", subject.topic().matter()), choices);
            case Subject.OfSelf _ -> choices.one(report.self()).write(spot, choices);
        };
    }
}
