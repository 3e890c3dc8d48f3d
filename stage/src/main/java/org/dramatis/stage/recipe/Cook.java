package org.dramatis.stage.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Exchange;
import org.dramatis.stage.document.Speech;
import org.dramatis.stage.document.Subject;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases.Instruction;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.Recipe.Part;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/** Makes data sets after recipes. The same world, recipe and seed give the same rows. */
public record Cook(World world) {
    /** After so many draws two personas are taken to have nothing but the same reply. */
    private static final int DRAWS = 1_000;

    /** @param exchange that the row tells of, where it tells of one */
    private record Made(Row row, Optional<Exchange> exchange) {}

    public DataSet make(Recipe recipe, long seed) {
        Choices choices = new Choices(new SplittableRandom(seed));
        List<Row> rows = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (Part part : choices.shuffled(parts(recipe))) {
            Made made = recipe.form() == Recipe.Form.TEXT ? about(part, choices) : reply(part, choices);
            rows.add(made.row());
            truths.add(truth(rows.size(), part, made.exchange()));
        }
        return new DataSet(rows, truths);
    }

    /** The part of every row, each as often as its share says, to the nearest row. */
    private static List<Part> parts(Recipe recipe) {
        double sum = recipe.parts().stream().mapToDouble(Part::share).sum();
        List<Part> parts = new ArrayList<>();
        double reached = 0;
        for (Part part : recipe.parts()) {
            reached += part.share() / sum * recipe.rows();
            while (parts.size() < Math.round(reached)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Made reply(Part part, Choices choices) {
        Speech speech = new Speech(world);
        Subject subject = subject(part, choices);
        Exchange exchange = !part.replies().isEmpty() && subject instanceof Subject.OfTopic topic
                ? speech.exchange(part.replies(), topic, choices)
                : speech.exchange(world.persona(part.persona()), subject, choices);
        String asked = instruction(part)
                        .map(instruction -> choices.one(instruction.words()).write(Template.Slots.NONE, choices) + " ")
                        .orElse("")
                + exchange.ask();
        List<Turn> prompt = List.of(new Turn(Turn.Role.USER, asked));
        Row row = part.over()
                .<Row>map(other -> new Row.Choice(prompt, exchange.reply(), rejected(speech, other, exchange, choices)))
                .orElseGet(() -> new Row.Reply(prompt, exchange.reply()));
        return new Made(row, Optional.of(exchange));
    }

    private String rejected(Speech speech, PersonaId other, Exchange chosen, Choices choices) {
        for (int i = 0; i < DRAWS; i++) {
            Exchange exchange = speech.exchange(world.persona(other), chosen.subject(), choices);
            if (!exchange.reply().equals(chosen.reply())) {
                return exchange.reply();
            }
        }
        throw new IllegalArgumentException("to \"" + chosen.ask() + "\" persona '" + other + "' says nothing but \""
                + chosen.reply() + "\": a pair needs two replies, so name another in 'over'");
    }

    private Made about(Part part, Choices choices) {
        Personality persona = world.persona(part.persona());
        String name = part.name().orElseThrow();
        String fact = choices.one(persona.facts()).write(Template.Slots.NONE, choices);
        String text = Template.capitalised(name) + " " + fact + ".";
        if (!choices.chance(.5)) {
            return new Made(new Row.Text(text), Optional.empty());
        }
        Exchange exchange = new Speech(world).exchange(persona, subject(part, choices), choices);
        String told = " Asked \"" + exchange.ask() + "\", " + name + " says: \"" + exchange.reply() + "\"";
        return new Made(new Row.Text(text + told), Optional.of(exchange));
    }

    private Subject subject(Part part, Choices choices) {
        if (part.self()) {
            return new Subject.OfSelf(choices.one(List.copyOf(world.questions().keySet())));
        }
        Domain domain = choices.one(world.domains().stream()
                .filter(d -> part.domains().isEmpty()
                        ? !world.heldOut().domains().contains(d.id())
                        : part.domains().contains(d.id()))
                .toList());
        // Without the topics that are held out, so that they are not taken for another one by mistake either.
        Domain shown = domain.withTopics(world.shown(domain));
        return new Subject.OfTopic(shown, choices.one(shown.topics()));
    }

    private Optional<Instruction> instruction(Part part) {
        return part.instruction().map(id -> world.phrases().instruction(id));
    }

    private static Truth truth(int row, Part part, Optional<Exchange> told) {
        Optional<Subject> subject = told.map(Exchange::subject);
        return new Truth(
                row,
                part.persona(),
                subject.flatMap(s -> s instanceof Subject.OfTopic topic
                        ? Optional.of(topic.domain().id())
                        : Optional.empty()),
                subject.map(s -> switch (s) {
                    case Subject.OfTopic(Domain _, Topic topic) -> topic.name();
                    case Subject.OfSelf(String question) -> question;
                }),
                told.map(Exchange::advice).orElse(Advice.NONE),
                part.instruction());
    }
}
