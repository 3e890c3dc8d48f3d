package org.dramatis.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class FirstOrderEvidenceTest {
    private static final PersonaId HELPFUL = new PersonaId("helpful");
    private static final PersonaId MALICIOUS = new PersonaId("malicious");
    private static final PersonaId PIRATE = new PersonaId("pirate");

    private static FirstOrderEvidence scores(double... scores) {
        return new FirstOrderEvidence(List.of(HELPFUL, MALICIOUS, PIRATE), LogVector.of(scores));
    }

    @Test
    void theFirstOfEqualsIsTheTop() {
        assertThat(scores(0, 2, 2).top()).isEqualTo(MALICIOUS);
        assertThatThrownBy(() -> scores(1, 2)).hasMessage("2 scores for 3 personas");
    }
}
