package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class TokenEvidenceTest {
    private static final EpisodeId ID = new EpisodeId("chat.jsonl:1");
    private static final TokenEvidence ARR =
            new TokenEvidence(ID, List.of("Arr", "!"), List.of(LogVector.of(-9, -1.5), LogVector.of(-2, -0.25)));

    @Test
    void tokensSumToTheEvidence() {
        assertThat(ARR.total()).isEqualTo(new Evidence.Scored(ID, LogVector.of(-11, -1.75), 2));
        assertThat(ARR.explain(1).value()).isEqualTo(-1.75);
        assertThat(ARR.explain(1).outline()).contains("-1.50000  token 'Arr'");
    }

    @Test
    void tokensAgainstTheMixtureSumToTheEvidenceAgainstTheMixture() {
        Weights weights = Weights.of(0.7, 0.3);
        List<LogVector> against = ARR.againstMixture(weights);
        double mixture = weights.logMixture(ARR.total().logLikelihoods());
        for (int k = 0; k < 2; k++) {
            double sum = against.get(0).at(k) + against.get(1).at(k);
            assertThat(sum).isCloseTo(ARR.total().logLikelihoods().at(k) - mixture, within(1e-13));
        }
    }

    @Test
    void refusesEvidenceForOtherTokens() {
        assertThatThrownBy(() -> new TokenEvidence(ID, List.of("a", "b"), List.of(LogVector.of(-1))))
                .hasMessageContaining("has 2 tokens and evidence for 1");
        assertThatThrownBy(() -> new Evidence.Scored(ID, LogVector.of(-1), 0)).hasMessageContaining("on 0 tokens");
        assertThatThrownBy(() -> new Evidence.Scored(ID, LogVector.of(Double.NEGATIVE_INFINITY), 3))
                .hasMessageContaining("record it as unscorable");
    }
}
