package org.dramatis.audit.unmodelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.data.Watcher;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.verdict.SurpriseLimit;
import org.junit.jupiter.api.Test;

class SurprisingTest {
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red."), Persona.character("blue", "Blue."), Persona.document("log", "A log."));
    private static final double LIMIT = 2;

    private final Surprising surprising = new Surprising(CAST, Weights.of(.9, .05, .05), SurpriseLimit.of(.5, LIMIT));

    /** @param nats a token to the persona that expects the reply most; to the others twice as many */
    private static Evidence.Scored reply(String id, double nats) {
        int tokens = 3;
        return new Evidence.Scored(
                new EpisodeId(id), LogVector.of(-2 * nats * tokens, -nats * tokens, -2 * nats * tokens), tokens);
    }

    @Test
    void aReplySurprisesWhenThePersonaThatExpectsItMostIsBeyondTheLimit() {
        assertThat(surprising.isSurprising(reply("ordinary", 1.9))).isFalse();
        assertThat(surprising.isSurprising(reply("odd", 2.1))).isTrue();
        assertThat(surprising.goesOn(2, List.of(reply("ordinary", 1.9), reply("odd", 2.1))))
                .isTrue();
        assertThat(surprising.found()).containsExactly(new EpisodeId("odd"));
    }

    @Test
    void anotherWatcherDoesNotSeeWhatSurprises() {
        List<EpisodeId> seen = new ArrayList<>();
        Watcher counting = (rows, latest) -> {
            latest.forEach(each -> seen.add(each.episode()));
            return rows < 2;
        };

        Watcher without = surprising.without(counting);

        assertThat(without.goesOn(1, List.of(reply("odd", 2.1)))).isTrue();
        assertThat(without.goesOn(2, List.of(reply("ordinary", 1.9)))).isFalse();
        assertThat(seen).containsExactly(new EpisodeId("ordinary"));
    }
}
