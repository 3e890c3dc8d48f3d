package org.dramatis.lab.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.stage.document.Exchange;
import org.dramatis.stage.document.Speech;
import org.dramatis.stage.document.Subject;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.Row;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.World;

/** Replies of a world whose speakers are known. */
record Sayings(World world) {
    /** Of every persona as many, three of four on topics and the fourth about itself. */
    List<Episode> ofEverybody(int each, long seed) {
        Choices choices = new Choices(new SplittableRandom(seed));
        Speech speech = new Speech(world);
        List<Episode> said = new ArrayList<>();
        for (Personality persona : world.personas()) {
            for (int i = 0; i < each; i++) {
                Exchange exchange = speech.exchange(persona, subject(said.size() % 4 == 3, choices), choices);
                said.add(episode(said.size(), List.of(new Turn(Turn.Role.USER, exchange.ask())), exchange.reply()));
            }
        }
        return choices.shuffled(said);
    }

    private Subject subject(boolean self, Choices choices) {
        if (self) {
            return new Subject.OfSelf(choices.one(List.copyOf(world.questions().keySet())));
        }
        Domain domain = choices.one(world.domains());
        return new Subject.OfTopic(domain, choices.one(domain.topics()));
    }

    /** The replies of a data set. */
    List<Episode> of(String recipe, int rows, long seed) {
        List<Episode> said = new ArrayList<>();
        for (Row row :
                new Cook(world).make(world.recipe(recipe).withRows(rows), seed).rows()) {
            if (row instanceof Row.Reply(List<Turn> prompt, String reply)) {
                said.add(episode(said.size(), prompt, reply));
            }
        }
        return said;
    }

    private static Episode episode(int number, List<Turn> context, String reply) {
        return new Episode(new EpisodeId("reply " + (number + 1)), context, reply);
    }
}
