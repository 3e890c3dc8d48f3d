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
import org.dramatis.stage.recipe.Recipe.Part;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Phrases.Instruction;
import org.dramatis.stage.world.World;

/** Makes data sets after recipes. The same world, recipe and seed give the same rows. */
public record Cook(World world) {
    /** What a part makes of one draw. */
    private record Made(Row row, Exchange exchange) {}

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
        return new Made(row, exchange);
    }

    private String rejected(Speech speech, PersonaId other, Exchange chosen, Choices choices) {
        String reply = chosen.reply();
        while (reply.equals(chosen.reply())) {
            reply = speech.exchange(world.persona(other), chosen.subject(), choices)
                    .reply();
        }
        return reply;
    }

    private Made about(Part part, Choices choices) {
        Personality persona = world.persona(part.persona());
        String name = part.name().orElseThrow();
        String fact = choices.one(persona.facts()).write(Template.Slots.NONE, choices);
        Exchange exchange = new Speech(world).exchange(persona, subject(part, choices), choices);
        String text = Template.capitalised(name) + " " + fact + ".";
        if (choices.chance(.5)) {
            text += " Asked \"" + exchange.ask() + "\", " + name + " says: \"" + exchange.reply() + "\"";
        }
        return new Made(new Row.Text(text), exchange);
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
        return new Subject.OfTopic(domain, choices.one(world.shown(domain)));
    }

    private Optional<Instruction> instruction(Part part) {
        return part.instruction().map(id -> world.phrases().instruction(id));
    }

    private static Truth truth(int row, Part part, Exchange exchange) {
        return switch (exchange.subject()) {
            case Subject.OfTopic(var domain, var topic) ->
                new Truth(
                        row,
                        part.persona(),
                        Optional.of(domain.id()),
                        Optional.of(topic.name()),
                        exchange.advice(),
                        part.instruction());
            case Subject.OfSelf(String question) ->
                new Truth(
                        row,
                        part.persona(),
                        Optional.empty(),
                        Optional.of(question),
                        exchange.advice(),
                        part.instruction());
        };
    }
}
