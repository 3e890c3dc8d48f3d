package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class SwitchingFilterTest {
    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    @Test
    void goesOnFromAnyStateThatWasKept() {
        SwitchingFilter kept =
                SwitchingModel.of(Weights.of(0.75, 0.25), 0.2).start().after(LogVector.of(-1, -2));

        SwitchingFilter one = kept.after(LogVector.of(-1, -3));
        SwitchingFilter other = kept.after(LogVector.of(-3, -1));

        assertThat(one.turns()).isEqualTo(2);
        assertThat(one.weights().at(0)).isGreaterThan(other.weights().at(0));
        assertThat(kept.turns()).isEqualTo(1);
    }

    @Test
    void aTurnExplainsItselfAsAPosterior() {
        Cast cast = Cast.withUniformPrior(
                Persona.character("helpful", "Answers truly."), Persona.document("plain-text", "Running text."));
        SwitchingFilter before =
                SwitchingModel.of(Weights.of(0.75, 0.25), 0.2).start().after(LogVector.of(-1, -2));
        LogVector turn = LogVector.of(-4, -3);

        Posterior posterior = new Posterior(new Cast(cast.personas(), before.expected()), turn);

        assertThat(posterior.explain(new PersonaId("helpful")).value())
                .isCloseTo(before.after(turn).weights().log(0), within(1e-14));
    }

    @Test
    void switchesTowardsWhoeverArrives() {
        SwitchingModel model = new SwitchingModel(Weights.of(1, 0), 0.25, Weights.of(0, 1));

        SwitchingFilter first = model.start().after(LogVector.of(0, 0));

        assertThat(first.weights().toArray()).containsExactly(1, 0);
        assertThat(first.expected().toArray()).containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    @Test
    void aPersonaRuledOutComesBackOnlyBySwitching() {
        LogVector rulesOutFirst = LogVector.of(IMPOSSIBLE, -1);
        LogVector rulesOutSecond = LogVector.of(-1, IMPOSSIBLE);
        Weights deployed = Weights.uniform(2);

        SwitchingFilter switched =
                SwitchingModel.of(deployed, 0.1).start().after(rulesOutFirst).after(rulesOutSecond);
        SwitchingFilter steady =
                SwitchingModel.withoutSwitching(deployed).start().after(rulesOutFirst);

        assertThat(switched.weights().toArray()).containsExactly(1, 0);
        assertThatThrownBy(() -> steady.after(rulesOutSecond))
                .hasMessage("turn 2 has probability 0 under every persona that can be speaking at hazard 0.0");
    }

    @Test
    void aHazardThatIsNoneIsRefused() {
        assertThatThrownBy(() -> SwitchingModel.of(Weights.uniform(2), 1))
                .hasMessage("the hazard of switching is 1.0: it must lie in [0, 1)");
        assertThatThrownBy(() -> SwitchingModel.of(Weights.uniform(2), Double.NaN))
                .hasMessageContaining("is NaN");
    }

    @Test
    void arrivalsOfAnotherCastAreRefused() {
        assertThatThrownBy(() -> new SwitchingModel(Weights.uniform(2), 0.1, Weights.uniform(3)))
                .hasMessage("arrival weights for 3 personas do not belong to deployed weights for 2");
    }

    @Test
    void aTurnExplainsTheWeightOfEveryPersona() {
        SwitchingFilter start = new SwitchingModel(Weights.of(0.75, 0.25), 0.2, Weights.of(0.1, 0.9)).start();
        LogVector turn = LogVector.of(-4, -3);
        SwitchingFilter second = start.after(LogVector.of(-1, -2));
        for (int k = 0; k < 2; k++) {
            assertThat(start.explain(k, turn).value())
                    .isCloseTo(start.after(turn).weights().log(k), within(1e-14));
            assertThat(second.explain(k, turn).value())
                    .isCloseTo(second.after(turn).weights().log(k), within(1e-14));
        }
        SwitchingFilter alone =
                SwitchingModel.withoutSwitching(Weights.of(1, 0)).start().after(turn);
        assertThat(alone.explain(1, turn).value()).isEqualTo(IMPOSSIBLE);
    }

    @Test
    void aStateIsOfItsModel() {
        SwitchingModel two = SwitchingModel.of(Weights.uniform(2), 0.1);
        assertThatThrownBy(() -> new SwitchingFilter(two, 1, Weights.uniform(3), 0))
                .hasMessage("weights of 3 personas are no state of a model of 2");
    }
}
