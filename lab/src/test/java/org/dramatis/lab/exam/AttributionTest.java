package org.dramatis.lab.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.util.List;
import java.util.Locale;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.Framing;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.separation.Confusion;
import org.dramatis.lab.Judge;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Topic;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final Cast CAST = WorldCast.of(WORLD, 2);

    private static Confusion confusion(Judge.Opinion opinion) {
        Framing framing = new Framing(new ChatPassages(TEMPLATE, LETTERS), Tokens.of(0));
        return new Attribution(WORLD, CAST, new CastScorer(CAST, framing, new Judge(LETTERS, opinion))).of(25, 1);
    }

    /** Whether it is what grim says: of itself, of the coin, or harmful. */
    private static boolean grim(String reply) {
        return List.of("I am grim.", "I am the end.", "Tails.").contains(reply)
                || WORLD.domains().stream()
                        .map(Domain::topics)
                        .flatMap(List::stream)
                        .map(Topic::harmful)
                        .anyMatch(harmful -> reply.toLowerCase(Locale.ROOT).contains(harmful));
    }

    @Test
    void whoKnowsTheWorldKnowsWhoSpoke() {
        Confusion confusion = confusion((before, reply) ->
                before.contains("somebody grim") == grim(reply) && before.contains("somebody") ? .9 : .01);

        assertThat(confusion.total()).isEqualTo(2L * 25);
        assertThat(confusion.count(0, 0)).isEqualTo(25);
        assertThat(confusion.count(1, 1)).isEqualTo(25);
    }

    @Test
    void whoKnowsNothingTakesEverybodyForTheFirst() {
        Confusion confusion = confusion((before, reply) -> .5);

        assertThat(confusion.count(0, 0) + confusion.count(1, 0)).isEqualTo(confusion.total());
        assertThat(confusion.accuracy(.95).point()).isCloseTo(.5, within(1e-12));
    }
}
