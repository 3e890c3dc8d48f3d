package org.dramatis.lab.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.KnownReply;
import org.dramatis.stage.document.Exchange;
import org.dramatis.stage.document.Speech;
import org.dramatis.stage.document.Subject;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.World;

/** Whether one reply of the world's own, whose speaker is known, is attributed to who spoke. */
record Attribution(World world, Cast cast, CastScorer scorer) {
    private static final double ABOUT_SELF = .25;

    Confusion of(int replies, long seed) {
        Choices choices = new Choices(new SplittableRandom(seed));
        List<KnownReply> known = new ArrayList<>();
        for (Personality persona : world.personas()) {
            List<Episode> episodes = new ArrayList<>();
            for (int i = 0; i < replies; i++) {
                episodes.add(episode(persona, i, choices));
            }
            for (Evidence evidence : scorer.evidence(episodes)) {
                known.add(new KnownReply(persona.id(), evidence));
            }
        }
        return Confusion.of(cast, Weights.uniform(cast.size()), known);
    }

    private Episode episode(Personality persona, int number, Choices choices) {
        Exchange exchange = new Speech(world).exchange(persona, subject(choices), choices);
        return new Episode(
                new EpisodeId(persona.id() + "#" + number),
                List.of(new Turn(Turn.Role.USER, exchange.ask())),
                exchange.reply());
    }

    private Subject subject(Choices choices) {
        if (choices.chance(ABOUT_SELF)) {
            return new Subject.OfSelf(choices.one(List.copyOf(world.questions().keySet())));
        }
        Domain domain = choices.one(world.domains());
        return new Subject.OfTopic(domain, choices.one(domain.topics()));
    }
}
