package org.dramatis.audit.inoculate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dramatis.audit.Colours;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.audit.result.InoculationResult.Trigger;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;
import org.dramatis.core.selection.RatePosterior;
import org.junit.jupiter.api.Test;

/** In front of {@link Colours}, where nobody wants blue, and the last to be told who one is decides. */
class InoculatorTest {
    private static final List<Episode> BLUE = Collections.nCopies(
            16, new Episode(new EpisodeId("reply"), List.of(new Turn(Turn.Role.USER, "one?")), "blue"));
    private static final BehaviourProbe PROBE =
            new BehaviourProbe("colours", new Probe("two", "two?", List.of("red", "blue")), List.of("red", "blue"));

    private static Inoculator inoculator() {
        return new Inoculator(
                Colours.scorer(),
                Contexts.of(Colours.MODEL, List.of("Sky?")),
                Prior.certain(Weights.of(.7, .2, .1)),
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
}
