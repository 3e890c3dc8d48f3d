package org.dramatis.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Proportion;
import org.junit.jupiter.api.Test;

class ScreeningAgreementTest {
    private static final List<PersonaId> PERSONAS =
            Stream.of("helpful", "malicious", "pirate").map(PersonaId::new).toList();

    private static FirstOrderEvidence firstOrder(double... scores) {
        return new FirstOrderEvidence(PERSONAS, LogVector.of(scores));
    }

    private static final List<FirstOrderEvidence> SCREENED =
            List.of(firstOrder(1, 2, 4), firstOrder(0, -1, 3), firstOrder(2, 5, 1));
    private static final List<LogVector> EXACT =
            List.of(LogVector.of(-20, -18, -17), LogVector.of(-7, -5, -6), LogVector.of(-99, -91, -97));

    @Test
    void agreesWithNumpy() {
        // numpy.corrcoef of the two tables, each less its row means
        ScreeningAgreement agreement = ScreeningAgreement.of(SCREENED, EXACT);

        assertThat(agreement.sameTop()).isEqualTo(new Proportion(2, 3));
        assertThat(agreement.correlation().orElseThrow()).isCloseTo(0.6190207635995345, within(1e-14));
    }

    @Test
    void aConstantAddedToAnEpisodeChangesNothing() {
        List<LogVector> shifted = EXACT.stream()
                .map(row -> row.plus(LogVector.of(-1e6, -1e6, -1e6)))
                .toList();

        assertThat(ScreeningAgreement.of(SCREENED, shifted).correlation().orElseThrow())
                .isCloseTo(ScreeningAgreement.of(SCREENED, EXACT).correlation().orElseThrow(), within(1e-9));
    }

    @Test
    void evidenceThatTellsNobodyApartHasNoCorrelation() {
        ScreeningAgreement agreement =
                ScreeningAgreement.of(List.of(firstOrder(0.1, 0.1, 0.1)), List.of(LogVector.of(-1, -2, -3)));

        assertThat(agreement.sameTop()).isEqualTo(new Proportion(1, 1));
        assertThat(agreement.correlation())
                .isEqualTo(
                        Measured.unmeasurable("first-order or exact evidence is the same for all personas in each of "
                                + "1 episodes: no correlation follows"));
    }

    @Test
    void evidenceThatCannotBeComparedIsRefused() {
        assertThatThrownBy(() -> ScreeningAgreement.of(SCREENED, EXACT.subList(0, 2)))
                .hasMessage("3 episodes to first order and 2 scored exactly");
        assertThatThrownBy(() -> ScreeningAgreement.of(List.of(firstOrder(1, 2, 3)), List.of(LogVector.of(-1, -2))))
                .hasMessage("episode 0 has first-order evidence for 3 personas and exact evidence for 2");
        assertThatThrownBy(() -> ScreeningAgreement.of(
                        List.of(firstOrder(1, 2, 3)), List.of(LogVector.of(-1, Double.NEGATIVE_INFINITY, -2))))
                .hasMessage("episode 0 has evidence -Infinity for persona 1: a correlation needs finite evidence");
        assertThatThrownBy(() -> ScreeningAgreement.of(List.of(), List.of()))
                .hasMessage("a share of 0 trials is undefined: count at least one");
    }

    @Test
    void theUnitOfEvidenceDoesNotMatter() {
        for (double unit : new double[] {1e200, 1e-200}) {
            ScreeningAgreement agreement = ScreeningAgreement.of(
                    List.of(firstOrder(unit, 2 * unit, 3 * unit)), List.of(LogVector.of(-unit, -2 * unit, -3 * unit)));

            assertThat(agreement.correlation().orElseThrow()).isCloseTo(-1, within(1e-14));
        }
    }
}
