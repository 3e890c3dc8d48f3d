package org.dramatis.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void goesThroughAllExamplesBeforeAnyComesAgain() {
        List<Integer> drawn = new ArrayList<>();
        Order order = new Order(7, 3);
        for (int step = 0; step < 7; step++) {
            drawn.addAll(order.batch(step, 3));
        }
        List<Integer> all = IntStream.range(0, 7).boxed().toList();
        for (int pass = 0; pass < 3; pass++) {
            assertThat(drawn.subList(7 * pass, 7 * pass + 7)).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(drawn.subList(0, 7)).isNotEqualTo(drawn.subList(7, 14));
    }

    @Test
    void fillsABatchLargerThanAllExamples() {
        assertThat(new Order(2, 1).batch(1, 5)).hasSize(5).contains(0, 1);
    }

    @Test
    void dependsOnTheSeedAlone() {
        assertThat(new Order(50, 1).batch(3, 8)).isEqualTo(new Order(50, 1).batch(3, 8));
        assertThat(new Order(50, 1).batch(3, 8)).isNotEqualTo(new Order(50, 2).batch(3, 8));
    }

    /** A step in the middle of a pass, one across the end of a pass, and back. */
    @Test
    void aStepIsTheSameWhateverWasAskedBefore() {
        Order order = new Order(10, 4);
        for (int step : new int[] {5, 1, 0, 3, 1, 2}) {
            assertThat(order.batch(step, 4)).isEqualTo(new Order(10, 4).batch(step, 4));
        }
    }
}
