package org.dramatis.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelColumnTest {
    private static final LabelColumn COLUMN = new LabelColumn(0, 100, 10);

    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertThat(COLUMN.placed(List.of(50.0, 10.0, 90.0))).containsExactly(50.0, 10.0, 90.0);
    }

    @Test
    void labelsThatTouchPartEvenly() {
        assertThat(COLUMN.placed(List.of(52.0, 48.0))).containsExactly(55.0, 45.0);
    }

    @Test
    void nothingLeavesTheColumn() {
        assertThat(COLUMN.placed(List.of(0.0, 1.0, 2.0))).containsExactly(0.0, 10.0, 20.0);
        assertThat(COLUMN.placed(List.of(100.0, 99.0))).containsExactly(100.0, 90.0);
    }

    @Test
    void moreLabelsThanRoomShareItEvenly() {
        List<Double> placed =
                COLUMN.placed(Stream.generate(() -> 50.0).limit(21).toList());
        assertThat(placed).isSorted().startsWith(0.0, 5.0).endsWith(95.0, 100.0);
    }

    @Test
    void whateverIsWantedLabelsKeepTheirOrderAndDistance() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 1000; round++) {
            List<Double> wanted =
                    random.doubles(1 + round % 10, 0, 100).sorted().boxed().toList();
            List<Double> placed = COLUMN.placed(wanted);
            assertThat(placed).allSatisfy(place -> assertThat(place).isBetween(0.0, 100.0));
            for (int i = 1; i < placed.size(); i++) {
                assertThat(placed.get(i) - placed.get(i - 1)).isGreaterThan(10 - 1e-9);
            }
        }
    }
}
