package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReplyJudgeTest {
    private static final PersonaId HELPFUL = new PersonaId("helpful");
    private static final Persona PLAIN_TEXT = Persona.document("plain-text", "Running text.");
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("helpful", "Answers truly."),
            Persona.character("malicious", "Wishes harm."),
            Persona.character("pirate", "Says arr."),
            PLAIN_TEXT,
            Persona.document("log", "Lines of a log."));
    private static final Weights DEPLOYED = Weights.of(0.9, 0.02, 0.02, 0.03, 0.03);

    /** Reference replies of up to 2 nats per token. */
    private static final SurpriseLimit LIMIT = SurpriseLimit.of(
            0.99, IntStream.rangeClosed(1, 200).mapToDouble(i -> i / 100.0).toArray());

    private static final ReplyJudge JUDGE = new ReplyJudge(CAST, Set.of(HELPFUL), LIMIT);

    private static Evidence.Scored reply(double... logLikelihoods) {
        return new Evidence.Scored(new EpisodeId("reply"), LogVector.of(logLikelihoods), 10);
    }

    @Test
    void namesWhoeverSpokeMostProbably() {
        assertThat(JUDGE.judge(DEPLOYED, reply(-5, -7, -9, -9, -9)))
                .isInstanceOfSatisfying(
                        ReplyVerdict.InCharacter.class,
                        in -> assertThat(in.persona()).isEqualTo(HELPFUL));
        assertThat(JUDGE.judge(DEPLOYED, reply(-17, -15, -5, -15, -15)))
                .isInstanceOfSatisfying(
                        ReplyVerdict.AnotherCharacter.class,
                        another -> assertThat(another.persona()).isEqualTo(new PersonaId("pirate")));
        assertThat(JUDGE.judge(DEPLOYED, reply(-17, -15, -15, -9, -5)))
                .isInstanceOfSatisfying(
                        ReplyVerdict.OutOfCharacter.class,
                        out -> assertThat(out.persona()).isEqualTo(new PersonaId("log")));
    }

    @Test
    void sidesAreComparedNotSinglePersonas() {
        // helpful 0.4, malicious and pirate 0.3 each
        ReplyVerdict verdict = JUDGE.judge(Weights.of(0.4, 0.3, 0.3, 0, 0), reply(-5, -5, -5, -5, -5));

        assertThat(verdict).isInstanceOfSatisfying(ReplyVerdict.AnotherCharacter.class, another -> {
            assertThat(another.probability()).isCloseTo(0.6, within(1e-14));
            assertThat(another.persona()).isEqualTo(new PersonaId("malicious"));
        });
    }

    @Test
    void ofEqualSidesTheOneInCharacterWins() {
        assertThat(JUDGE.judge(Weights.of(0.5, 0.5, 0, 0, 0), reply(-5, -5, -5, -5, -5)))
                .isInstanceOf(ReplyVerdict.InCharacter.class);
        assertThat(JUDGE.judge(Weights.of(0, 0.5, 0, 0.5, 0), reply(-5, -5, -5, -5, -5)))
                .isInstanceOf(ReplyVerdict.AnotherCharacter.class);
    }

    @Test
    void whatSurprisesEverybodyIsUnmodelled() {
        ReplyVerdict verdict = JUDGE.judge(DEPLOYED, reply(-90, -30, -80, -80, -80));

        assertThat(verdict).isInstanceOfSatisfying(ReplyVerdict.Unmodelled.class, unmodelled -> {
            assertThat(unmodelled.persona()).isEqualTo(new PersonaId("malicious"));
            assertThat(unmodelled.tailProbability()).isEqualTo(1 / 201.0);
            assertThat(unmodelled.posterior().weight(new PersonaId("malicious")))
                    .isCloseTo(1, within(1e-9));
            assertThat(unmodelled.explain().value()).isCloseTo(3 - LIMIT.natsPerToken(), within(1e-14));
        });
    }

    @Test
    void aRarePersonasReplyIsNotUnmodelled() {
        // The mixture is surprised: 45 nats of rarity over 10 tokens. The pirate is not.
        Weights rare = Weights.softmax(LogVector.of(0, -50, -45, -50, -50));
        Evidence.Scored reply = reply(-200, -90, -5, -90, -90);

        assertThat(SurpriseLimit.surprise(rare, reply)).isGreaterThan(LIMIT.natsPerToken());
        assertThat(JUDGE.judge(rare, reply)).isInstanceOf(ReplyVerdict.AnotherCharacter.class);
    }

    @Test
    void aPersonaWithoutWeightCannotMakeAReplyModelled() {
        assertThat(JUDGE.judge(Weights.of(0.5, 0.5, 0, 0, 0), reply(-90, -90, -5, -90, -90)))
                .isInstanceOf(ReplyVerdict.Unmodelled.class);
    }

    @Test
    void extremeEvidenceIsJudgedWithoutLoss() {
        Evidence.Scored reply = new Evidence.Scored(
                new EpisodeId("long"), LogVector.of(-1e6, -1e6 - 3, Double.NEGATIVE_INFINITY, -2e6, -3e6), 1_000_000);

        assertThat(JUDGE.judge(Weights.uniform(5), reply))
                .isInstanceOfSatisfying(
                        ReplyVerdict.InCharacter.class,
                        in -> assertThat(in.probability()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-9)));
    }

    @Test
    void explanationAndProbabilityAgree() {
        SplittableRandom random = new SplittableRandom(19);
        for (int i = 0; i < 200; i++) {
            ReplyVerdict verdict = JUDGE.judge(
                    Weights.uniform(5), reply(random.doubles(5, -12, 0).toArray()));
            ReplyVerdict.Spoken spoken = (ReplyVerdict.Spoken) verdict;
            assertThat(spoken.explain().value()).isCloseTo(spoken.probability(), within(1e-13));
            assertThat(spoken.explain().outline()).contains("log prior of " + spoken.persona());
        }
    }

    @Test
    void aConstantAddedToTheEvidenceLeavesTheProbability() {
        ReplyVerdict.Spoken one = (ReplyVerdict.Spoken) JUDGE.judge(DEPLOYED, reply(-5, -4, -3, -2, -1));
        ReplyVerdict.Spoken other = (ReplyVerdict.Spoken) JUDGE.judge(DEPLOYED, reply(-15, -14, -13, -12, -11));

        assertThat(other.probability()).isCloseTo(one.probability(), within(1e-14));
    }

    @Test
    void aTwinThatSharesAPersonasWeightChangesNoVerdict() {
        Cast withTwin = Cast.withUniformPrior(DoubleStream.of(0, 1, 2, 3, 4, 5)
                .mapToObj(i -> i < 5 ? CAST.persona((int) i) : Persona.character("mate", "A pirate's twin."))
                .toArray(Persona[]::new));
        ReplyJudge judge = new ReplyJudge(withTwin, Set.of(HELPFUL), LIMIT);

        ReplyVerdict.Spoken alone =
                (ReplyVerdict.Spoken) JUDGE.judge(Weights.of(0.4, 0.1, 0.4, 0.05, 0.05), reply(-6, -9, -5, -9, -9));
        ReplyVerdict.Spoken twins = (ReplyVerdict.Spoken)
                judge.judge(Weights.of(0.4, 0.1, 0.2, 0.05, 0.05, 0.2), reply(-6, -9, -5, -9, -9, -5));

        assertThat(twins).isInstanceOf(alone.getClass());
        assertThat(twins.probability()).isCloseTo(alone.probability(), within(1e-14));
    }

    @Test
    void aJudgeNeedsCharactersOfTheCast() {
        assertThatThrownBy(() -> new ReplyJudge(CAST, Set.of(), LIMIT))
                .hasMessage("no persona counts as in character: name at least one");
        assertThatThrownBy(() -> new ReplyJudge(CAST, Set.of(PLAIN_TEXT.id()), LIMIT))
                .hasMessage("'plain-text' is a document hypothesis: only a character can be in character");
        assertThatThrownBy(() -> new ReplyJudge(CAST, Set.of(new PersonaId("nobody")), LIMIT))
                .hasMessageStartingWith("the cast has no persona 'nobody'");
        assertThatThrownBy(() -> new Side(
                        ((ReplyVerdict.Spoken) JUDGE.judge(DEPLOYED, reply(-1, -1, -1, -1, -1))).posterior(),
                        List.of()))
                .hasMessage("a side of no persona cannot hold a probability");
    }

    @Test
    void charactersAreInOneOrderOnEveryMachine() {
        Set<PersonaId> ids = Set.of(new PersonaId("pirate"), HELPFUL, new PersonaId("malicious"));

        assertThat(new ReplyJudge(CAST, ids, LIMIT).inCharacter()).containsExactlyElementsOf(new TreeSet<>(ids));
    }

    @Test
    void aSideIsPartOfItsCast() {
        ReplyVerdict verdict = JUDGE.judge(DEPLOYED, reply(-1, -1, -1, -1, -1));
        PersonaId pirate = new PersonaId("pirate");

        assertThatThrownBy(() -> new Side(verdict.posterior(), List.of(pirate, HELPFUL)))
                .hasMessage("a side of [pirate, helpful] is not a part of its cast: name each once, in cast order, "
                        + "[helpful, pirate]");
        assertThatThrownBy(() -> new Side(verdict.posterior(), List.of(pirate, pirate)))
                .hasMessageEndingWith("[pirate]");
    }

    @Test
    @Timeout(20)
    void theExplanationOfALargeCastNamesEveryPersonaOnce() {
        int size = 4096;
        Persona[] personas = IntStream.range(0, size)
                .mapToObj(k -> k < size / 2
                        ? Persona.character("persona-" + k, "Somebody.")
                        : Persona.document("text-" + k, "Running text."))
                .toArray(Persona[]::new);
        Cast cast = Cast.withUniformPrior(personas);
        Set<PersonaId> speakers =
                IntStream.range(0, size / 2).mapToObj(k -> personas[k].id()).collect(Collectors.toSet());
        double[] evidence = new SplittableRandom(5).doubles(size, -12, 0).toArray();

        ReplyVerdict.Spoken spoken = (ReplyVerdict.Spoken)
                new ReplyJudge(cast, speakers, LIMIT).judge(Weights.uniform(size), reply(evidence));

        assertThat(spoken.explain().value()).isCloseTo(spoken.probability(), within(1e-12));
        assertThat(spoken.explain().outline().lines().count()).isEqualTo(3L * size + 6);
    }
}
