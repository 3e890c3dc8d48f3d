package org.dramatis.audit.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.Marks;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class CastScorerTest {
    private static final PieceTokenizer PIECES = new PieceTokenizer(
            List.of("S:", "U:", "R:", "\n", "red", "pink", "blue", "log", "hi", "yes", "no", "never"));
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("red"), new Frame.Portrait("pink")),
            Persona.character("blue", "Blue.", new Frame.Portrait("blue")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));

    /** How likely "yes" is whatever came before; "no" is the rest, and nothing else is ever said. */
    private static final List<Double> YES = List.of(.5, .2, .1, .7);

    private final CastScorer scorer = new CastScorer(
            CAST,
            new Framing(new ChatPassages(new Marks(true), PIECES), Tokens.NONE),
            new ScriptedModel(PIECES, 12, CastScorerTest::next));

    private static LogVector next(Tokens soFar) {
        double yes = 0;
        for (int t = 0; t < soFar.length(); t++) {
            int frame = soFar.at(t) - PIECES.pieces().indexOf("red");
            yes = frame >= 0 && frame < YES.size() ? YES.get(frame) : yes;
        }
        double[] next = new double[PIECES.vocabulary()];
        next[PIECES.pieces().indexOf("yes")] = yes;
        next[PIECES.pieces().indexOf("no")] = 1 - yes;
        for (int id = 0; id < next.length; id++) {
            next[id] = Math.log(next[id]);
        }
        return LogVector.of(next);
    }

    private static Episode episode(String id, String reply) {
        return new Episode(new EpisodeId(id), List.of(new Turn(Turn.Role.USER, "hi")), reply);
    }

    @Test
    void framesAreAveragedInProbability() {
        assertThat(scorer.evidence(List.of(episode("one", "yesyesno"))))
                .singleElement()
                .isInstanceOfSatisfying(Evidence.Scored.class, scored -> {
                    assertThat(scored.tokens()).isEqualTo(3);
                    assertThat(Math.exp(scored.logLikelihoods().at(0)))
                            .isCloseTo((.5 * .5 * .5 + .2 * .2 * .8) / 2, within(1e-12));
                    assertThat(Math.exp(scored.logLikelihoods().at(1))).isCloseTo(.1 * .1 * .9, within(1e-12));
                    assertThat(Math.exp(scored.logLikelihoods().at(2))).isCloseTo(.7 * .7 * .3, within(1e-12));
                });
    }

    @Test
    void evidenceComesInTheOrderOfTheEpisodesHoweverManyThereAre() {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            episodes.add(episode("episode " + i, (i % 2 == 0 ? "yes" : "no").repeat(1 + i % 5)));
        }

        List<Evidence> together = scorer.evidence(episodes);

        assertThat(together)
                .containsExactlyElementsOf(episodes.stream()
                        .map(episode -> scorer.evidence(List.of(episode)).getFirst())
                        .toList());
        assertThat(together)
                .extracting(Evidence::episode)
                .containsExactlyElementsOf(episodes.stream().map(Episode::id).toList());
    }

    @Test
    void oneFrameThatCannotBeScoredMakesTheEpisodeUnscorableAndLeavesTheOthersAlone() {
        Episode tooLong = episode("long", "yes".repeat(8));

        List<Evidence> evidence = scorer.evidence(List.of(episode("a", "no"), tooLong, episode("b", "yes")));

        assertThat(evidence.get(1))
                .isInstanceOfSatisfying(
                        Evidence.Unscorable.class,
                        unscorable -> assertThat(unscorable.reason().kind()).isEqualTo(Reason.Kind.TOO_LONG));
        assertThat(List.of(evidence.getFirst(), evidence.getLast()))
                .containsExactlyElementsOf(scorer.evidence(List.of(episode("a", "no"), episode("b", "yes"))));
    }

    @Test
    void whatNobodyWouldSayIsUnscorable() {
        assertThat(scorer.evidence(List.of(episode("one", "never"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Evidence.Unscorable.class,
                        unscorable -> assertThat(unscorable.reason().kind()).isEqualTo(Reason.Kind.IMPOSSIBLE));
    }

    @Test
    void aConversationThatTheTemplateRefusesIsUnscorableWithItsWordsAndLeavesTheOthersAlone() {
        CastScorer withoutSystem = new CastScorer(
                CAST,
                new Framing(new ChatPassages(new Marks(false), PIECES), Tokens.NONE),
                new ScriptedModel(PIECES, 12, CastScorerTest::next));
        Episode noUser = new Episode(new EpisodeId("no user"), List.of(new Turn(Turn.Role.SYSTEM, "hi")), "yes");

        List<Evidence> evidence = withoutSystem.evidence(List.of(noUser, episode("a", "no")));

        assertThat(evidence.getFirst())
                .isInstanceOfSatisfying(
                        Evidence.Unscorable.class,
                        unscorable -> assertThat(unscorable.reason().detail()).contains("there is no user turn"));
        assertThat(evidence.getLast()).isInstanceOf(Evidence.Scored.class);
    }

    @Test
    void aPersonaWithoutAFrameCannotBePlayed() {
        Cast cast = Cast.withUniformPrior(
                Persona.character("mute", "Mute."), Persona.document("log", "A log.", new Frame.Portrait("log")));

        assertThatThrownBy(() -> new CastScorer(cast, scorer.frames()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mute' has no frame");
    }
}
