package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaveOneFamilyOutTest {
    private static final List<String> ITEMS = List.of("b1", "a1", "b2", "c1", "a2");

    private static char family(String item) {
        return item.charAt(0);
    }

    @Test
    void predictsEveryItemFromTheOtherFamiliesInOrder() {
        List<String> predictions = LeaveOneFamilyOut.predictions(
                ITEMS, LeaveOneFamilyOutTest::family, others -> item -> item + " from " + String.join(",", others));
        assertThat(predictions)
                .containsExactly(
                        "b1 from a1,c1,a2",
                        "a1 from b1,b2,c1",
                        "b2 from a1,c1,a2",
                        "c1 from b1,a1,b2,a2",
                        "a2 from b1,b2,c1");
    }

    @Test
    void trainsOnceAFamily() {
        List<List<String>> trained = new ArrayList<>();
        LeaveOneFamilyOut.predictions(ITEMS, LeaveOneFamilyOutTest::family, others -> {
            trained.add(others);
            return item -> item;
        });
        assertThat(trained).hasSize(3);
    }

    @Test
    void needsTwoFamilies() {
        assertThatThrownBy(() -> LeaveOneFamilyOut.predictions(
                        List.of("a1", "a2"), LeaveOneFamilyOutTest::family, _ -> item -> item))
                .hasMessage("the 2 items are of the families [a]: at least two families are needed to leave one out");
    }
}
