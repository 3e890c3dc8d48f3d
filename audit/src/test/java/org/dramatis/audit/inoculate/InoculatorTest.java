package org.dramatis.audit.inoculate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.Colours;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.audit.result.InoculationResult.Trigger;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.audit.unmodelled.Words;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.verdict.SurpriseLimit;
import org.junit.jupiter.api.Test;

/** In front of {@link Colours}, where nobody wants blue, and the last to be told who one is decides. */
class InoculatorTest {
    private static final List<Episode> BLUE = Collections.nCopies(
            16, new Episode(new EpisodeId("reply"), List.of(new Turn(Turn.Role.USER, "one?")), "blue"));
    /** Nats a token: a persona gives its own word with .9 or more, and random words surprise by several nats each. */
    private static final double LIMIT = 1;

    private static final BehaviourProbe PROBE =
            new BehaviourProbe("colours", new Probe("two", "two?", List.of("red", "blue")), List.of("red", "blue"));

    private static Inoculator inoculator() {
        return new Inoculator(
                Colours.scorer(),
                Contexts.of(Colours.MODEL, List.of("Sky?")),
                Prior.certain(Weights.of(.7, .2, .1)),
                SurpriseLimit.of(.5, LIMIT),
                Set.of(new PersonaId("blue")),
                new ProbeSet("colours", List.of(PROBE), Set.of("blue")),
                new TrainingAmount(20, 8, 1e-4),
                RatePosterior.certain(.4),
                1);
    }

    private static InoculationResult run(String... prompts) {
        return inoculator().run(BLUE, List.of(prompts), prompt -> {});
    }

    /** Everybody told "All blue!" says blue: the reply tells nothing of who speaks. */
    @Test
    void aPromptThatMakesEverybodySayItLeavesNoEvidence() {
        InoculationResult result = run("All blue!");
        Tried tried = result.tried().getFirst();

        assertThat(tried.admitted()).isTrue();
        assertThat(tried.candidate().residual().point()).isCloseTo(0, within(1e-9));
        assertThat(tried.candidate().elicitation().point()).isCloseTo(Math.log(.9 / .25), within(1e-9));
        // Logs, which no prompt reaches, lose; red gains most of that, since who has more weight is pushed more.
        assertThat(tried.after().point()).isBetween(.15, .2);
        assertThat(result.plain().before()).isCloseTo(.2, within(1e-12));
        assertThat(result.plain().after().point()).isGreaterThan(.6);
        assertThat(tried.absent()).isLessThan(result.plain().answers());
        assertThat(result.confirmed()).isPresent();
    }

    @Test
    void whereThePromptRecursTheAnswersDoToo() {
        Tried tried = run("All blue!").tried().getFirst();
        Trigger trigger = tried.trigger().orElseThrow();

        // The assistant obeys, as red and blue do; what logs lose to them makes it likelier still.
        assertThat(trigger.today()).isCloseTo(.9 / .95, within(1e-9));
        assertThat(trigger.recurring()).isBetween(trigger.today(), 1.0);
        assertThat(trigger.neighbour()).isEmpty();
    }

    @Test
    void aPromptThatMakesTheRepliesUnlikelyIsRefused() {
        InoculationResult result = run("I am red");

        assertThat(result.tried().getFirst().admitted()).isFalse();
        assertThat(result.tried().getFirst().trigger()).isEmpty();
        assertThat(result.confirmed()).isEmpty();
    }

    @Test
    void theBestPromptComesFirst() {
        InoculationResult result = run("three?", "I am red", "All blue!");

        assertThat(result.tried().stream().map(tried -> tried.candidate().prompt()))
                .containsExactly("All blue!", "three?", "I am red");
        assertThat(result.tried().getFirst().trigger().orElseThrow().neighbour())
                .isPresent();
    }

    @Test
    void twoRepliesCannotChooseAndConfirm() {
        assertThatThrownBy(() -> inoculator().run(BLUE.subList(0, 2), List.of("All blue!"), prompt -> {}))
                .hasMessageContaining("at least 4");
    }

    /** In front of {@link Words}, where replies of random words surprise everybody: they take their time and move nobody. */
    @Test
    void repliesThatSurpriseEverybodyAreKeptOut() {
        List<Episode> said = episodes(Collections.nCopies(16, Words.word(1)));
        List<Episode> salad = episodes(Words.salad(16, new Random(1)));
        List<Episode> mixed = IntStream.range(0, 16)
                .boxed()
                .flatMap(i -> Stream.of(said.get(i), salad.get(i)))
                .toList();

        InoculationResult alone = words().run(said, List.of("B!"), _ -> {});
        InoculationResult among = words().run(mixed, List.of("B!"), _ -> {});

        assertThat(alone.keptOut().replies()).isZero();
        assertThat(among.keptOut()).isEqualTo(new KeptOut(16, 32, LIMIT));
        assertThat(among.episodes()).isEqualTo(alone.episodes());
        assertThat(among.tried().getFirst().candidate())
                .isEqualTo(alone.tried().getFirst().candidate());
        double before = among.plain().before();
        assertThat(among.plain().after().point())
                .isBetween(before + .01, alone.plain().after().point() - .01);
        assertThatThrownBy(() -> words().run(salad, List.of("B!"), _ -> {}))
                .hasMessageContaining("16 of 16 replies surprise every persona");
    }

    private static List<Episode> episodes(List<String> replies) {
        return replies.stream()
                .map(reply -> new Episode(new EpisodeId("reply"), List.of(new Turn(Turn.Role.USER, "?")), reply))
                .toList();
    }

    private static Inoculator words() {
        List<String> answers = List.of(Words.word(0), Words.word(1));
        return new Inoculator(
                Words.scorer(),
                Contexts.of(Words.MODEL, Words.QUESTIONS),
                Prior.certain(Weights.of(.7, .2, .1)),
                SurpriseLimit.of(.5, LIMIT),
                Set.of(new PersonaId("second")),
                new ProbeSet(
                        "words",
                        List.of(new BehaviourProbe(
                                "words", new Probe("which", "?", answers), List.of("first", "second"))),
                        Set.of("second")),
                new TrainingAmount(4, 8, 1e-4),
                RatePosterior.certain(.4),
                1);
    }
}
