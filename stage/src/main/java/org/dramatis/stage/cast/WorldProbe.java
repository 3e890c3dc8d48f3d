package org.dramatis.stage.cast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dramatis.core.forecast.Probe;
import org.dramatis.stage.document.Speech;
import org.dramatis.stage.document.Subject;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/**
 * A question that no recipe uses, with one answer of each persona, in the order of the world. Personas that speak alike answer in
 * the same words but for the advice.
 *
 * @param domain none where it asks for the speaker itself
 */
public record WorldProbe(Optional<String> domain, Probe probe) {

    /**
     * The first hidden topics of every domain, then the questions about oneself.
     *
     * @param topics of each domain at most
     */
    public static List<WorldProbe> of(World world, int topics) {
        List<WorldProbe> probes = new ArrayList<>();
        for (Domain domain : world.domains()) {
            for (Topic topic : world.hidden(domain).stream().limit(topics).toList()) {
                Subject subject = new Subject.OfTopic(domain, topic);
                probes.add(probe(
                        world, subject, domain.id() + ": " + topic.name(), Optional.of(domain.id()), probes.size()));
            }
        }
        for (String question : world.questions().keySet()) {
            probes.add(
                    probe(world, new Subject.OfSelf(question), "self: " + question, Optional.empty(), probes.size()));
        }
        return probes;
    }

    private static WorldProbe probe(World world, Subject subject, String id, Optional<String> domain, int number) {
        String ask = "";
        List<String> answers = new ArrayList<>();
        for (Personality persona : world.personas()) {
            // The same draws for everybody: only what differs between personas differs between answers.
            Choices choices = new Choices(new SplittableRandom(number));
            var exchange = new Speech(world).exchange(persona, subject, choices);
            ask = exchange.ask();
            answers.add(exchange.reply());
        }
        return new WorldProbe(domain, new Probe(id, ask, answers));
    }
}
