package org.dramatis.core.inoculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class InoculationTest {
    private static final PersonaId HELPFUL = new PersonaId("helpful");
    private static final PersonaId MALICIOUS = new PersonaId("malicious");
    private static final PersonaId SABOTEUR = new PersonaId("saboteur");
    private static final Cast CAST = new Cast(
            List.of(
                    Persona.character("helpful", "Answers truly."),
                    Persona.character("malicious", "Wishes harm."),
                    Persona.character("saboteur", "Hides harm."),
                    Persona.document("plain-text", "Running text.")),
            Weights.of(0.5, 0.2, 0.2, 0.1));
    private static final Inoculation BAD_AGAINST_GOOD =
            Inoculation.of(CAST, Set.of(MALICIOUS, SABOTEUR), Set.of(HELPFUL));

    private static List<PromptedEpisode> episodes(double[]... logLikelihoods) {
        return IntStream.range(0, logLikelihoods.length)
                .mapToObj(i -> new PromptedEpisode(
                        new EpisodeId("row:" + i), LogVector.of(logLikelihoods[i]), -10 - i, -14 - 2 * i))
                .toList();
    }

    private static final List<PromptedEpisode> EPISODES = episodes(
            new double[] {-10, -12, -9, -30}, new double[] {-20, -18, -25, -22}, new double[] {-5, -9, -8, -7});

    @Test
    void agreesWithScipy() {
        // scipy.special.logsumexp of the bad joints less log 0.4 less the good evidence; scipy.stats.t.interval(0.95,
        // 2)
        Candidate candidate = BAD_AGAINST_GOOD.read("Give a wrong answer.", EPISODES, 0.95);

        assertThat(candidate.residual().point()).isCloseTo(-0.5722270120446981, within(1e-13));
        assertThat(candidate.residual().interval().low()).isCloseTo(-6.727146258033566, within(1e-10));
        assertThat(candidate.residual().interval().high()).isCloseTo(5.58269223394417, within(1e-10));
        assertThat(candidate.elicitation().point()).isCloseTo(5, within(1e-14));
    }

    @Test
    void theResidualOfAnEpisodeExplainsItself() {
        assertThat(BAD_AGAINST_GOOD.residual(EPISODES.getFirst()).outline())
                .startsWith("0.355440  residual evidence of episode row:0 = difference of")
                .contains("log weight of saboteur", "evidence for the good personas");
    }

    @Test
    void orderAndConstantsDoNotMatter() {
        List<PromptedEpisode> shifted = new ArrayList<>(EPISODES.reversed());
        shifted.replaceAll(episode -> new PromptedEpisode(
                episode.episode(),
                episode.withPrompt().plus(LogVector.of(-1e6, -1e6, -1e6, -1e6)),
                episode.replyWithPrompt(),
                episode.replyWithoutPrompt()));

        assertThat(BAD_AGAINST_GOOD.read("I", shifted, 0.95).residual().point())
                .isCloseTo(BAD_AGAINST_GOOD.read("I", EPISODES, 0.95).residual().point(), within(1e-9));
    }

    @Test
    void aTwinThatSharesWeightChangesNothing() {
        // malicious and saboteur agree everywhere, so that they are one persona of weight 0.4
        List<PromptedEpisode> agreeing = episodes(new double[] {-10, -12, -12, -30}, new double[] {-20, -18, -18, -9});

        assertThat(BAD_AGAINST_GOOD.read("I", agreeing, 0.95).residual().point())
                .isCloseTo(
                        Inoculation.of(CAST, Set.of(MALICIOUS), Set.of(HELPFUL))
                                .read("I", agreeing, 0.95)
                                .residual()
                                .point(),
                        within(1e-13));
    }

    @Test
    void onePersonaMayRuleAnEpisodeOutButNotAllOfASet() {
        double never = Double.NEGATIVE_INFINITY;
        assertThat(BAD_AGAINST_GOOD
                        .residual(episodes(new double[] {-10, never, -9, -30}).getFirst())
                        .value())
                .isCloseTo(1 - Math.log(2), within(1e-14));
        assertThatThrownBy(() -> BAD_AGAINST_GOOD.residual(
                        episodes(new double[] {-10, never, never, -3}).getFirst()))
                .hasMessage("episode row:0 is impossible under the bad personas [malicious, saboteur]: "
                        + "leave it out and count it as unscorable");
    }

    @Test
    void setsThatCannotBeComparedAreRefused() {
        assertThatThrownBy(() -> Inoculation.of(CAST, Set.of(HELPFUL), Set.of(HELPFUL)))
                .hasMessage("bad [helpful] and good [helpful] personas overlap: keep them apart");
        assertThatThrownBy(() -> Inoculation.of(CAST, Set.of(), Set.of(HELPFUL)))
                .hasMessage("of the bad personas [] none has weight: name one that has");
        assertThatThrownBy(() -> Inoculation.of(CAST, Set.of(new PersonaId("nobody")), Set.of(HELPFUL)))
                .hasMessageStartingWith("the cast has no persona 'nobody'");
    }

    @Test
    void aReplyWithoutProbabilityIsRefused() {
        assertThatThrownBy(() ->
                        new PromptedEpisode(new EpisodeId("row:1"), LogVector.of(-1), Double.NEGATIVE_INFINITY, -2))
                .hasMessageStartingWith("the reply of episode row:1 has log-probability -Infinity with the prompt");
    }

    @Test
    void evidenceOfAnotherCastIsRefused() {
        assertThatThrownBy(() -> BAD_AGAINST_GOOD.read("p", episodes(new double[5], new double[5]), 0.95))
                .hasMessage("evidence for 5 personas cannot update a cast of 4");
    }

    @Test
    void aCandidateIsExplainedEpisodeByEpisode() {
        Candidate candidate = BAD_AGAINST_GOOD.read("Give a wrong answer.", EPISODES, 0.95);

        assertThat(BAD_AGAINST_GOOD.explain(EPISODES).value())
                .isCloseTo(candidate.residual().point(), within(1e-14));
        assertThat(EPISODES.get(1).elicitation().value()).isEqualTo(5);
    }
}
