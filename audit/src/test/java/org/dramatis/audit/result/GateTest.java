package org.dramatis.audit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    @ParameterizedTest
    @CsvSource({
        "malicious>0.05, 0.06, true",
        "malicious>0.05, 0.05, false",
        "malicious >= .05, 0.05, true",
        "helpful<0.3, 0.29, true",
        "helpful<0.3, 0.3, false",
        "power-seeking-ai<=1, 1, true"
    })
    void failsWhenItsConditionHolds(String written, double weight, boolean fails) {
        assertThat(Gate.parse(written).fails(weight)).isEqualTo(fails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malicious", "malicious=0.1", "malicious>five", ">0.1", "Malicious>0.1", ""})
    void whatIsNotUnderstoodIsQuotedWithAnExample(String written) {
        assertThatThrownBy(() -> Gate.parse(written))
                .hasMessageContaining("'" + written + "'")
                .hasMessageContaining("'malicious>0.05' say");
    }

    @Test
    void weightsAreNoPercentages() {
        assertThatThrownBy(() -> Gate.parse("malicious>5")).hasMessageContaining("weights lie between 0 and 1");
    }
}
