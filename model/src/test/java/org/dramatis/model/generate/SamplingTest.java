package org.dramatis.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {
    private static final Sampling PLAIN = Sampling.of(8, Tokens.of(2));

    @Test
    void byDefaultDrawsFromTheModelItself() {
        assertThat(PLAIN).isEqualTo(new Sampling(1, 0, 1, 8, Tokens.of(2), List.of()));
    }

    @Test
    void eachSettingChangesByItself() {
        assertThat(PLAIN.withTemperature(0.5).withTopK(3).withTopP(0.9).withStopStrings("x", "y"))
                .isEqualTo(new Sampling(0.5, 3, 0.9, 8, Tokens.of(2), List.of("x", "y")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void temperaturesAreFiniteAndNotNegative(double temperature) {
        assertThatThrownBy(() -> PLAIN.withTemperature(temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("temperature is " + temperature);
        assertThatCode(() -> PLAIN.withTemperature(0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void topPIsAShare(double topP) {
        assertThatThrownBy(() -> PLAIN.withTopP(topP)).hasMessageContaining("top-p is " + topP);
    }

    @Test
    void otherNonsenseIsNamed() {
        assertThatThrownBy(() -> PLAIN.withTopK(-1)).hasMessageContaining("top-k is -1");
        assertThatThrownBy(() -> Sampling.of(0, Tokens.NONE)).hasMessageContaining("most tokens is 0");
        assertThatThrownBy(() -> PLAIN.withStopStrings("a", "")).hasMessageContaining("a stop string is empty");
    }

    @Test
    void aSampleHasALogProbabilityForEachToken() {
        assertThatThrownBy(() -> new Sample(Tokens.of(1, 2), "ab", List.of(-1.0), Sample.End.LENGTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 log-probabilities for 2 tokens");
    }
}
