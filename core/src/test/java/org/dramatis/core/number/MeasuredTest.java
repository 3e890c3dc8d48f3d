package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasuredTest {
    @Test
    void givesWhatWasMeasuredOrTheReason() {
        assertThat(Measured.known(3).orElseThrow()).isEqualTo(3);
        assertThatThrownBy(() -> Measured.unmeasurable("no pairs").orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no pairs");
        assertThatThrownBy(() -> Measured.unmeasurable(" ")).hasMessageContaining("needs a reason");
    }
}
