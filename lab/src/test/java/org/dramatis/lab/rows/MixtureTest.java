package org.dramatis.lab.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {
    @Test
    void everyMixtureTakesItsShareOfWrongRowsOfItsKindAndTheRestOfTheRightOnes() {
        int right = Mixture.mostRight(200);
        assertThat(right).isEqualTo(196);
        assertThat(Mixture.most(200)).isEqualTo(20);
        for (Mixture mixture : Mixture.ALL) {
            List<Integer> places = mixture.places(200);
            int from = right + (mixture.kind() == Mixture.Kind.OBVIOUS ? 0 : 20);

            assertThat(places).hasSize(200).doesNotHaveDuplicates();
            assertThat(places).filteredOn(place -> place >= right).hasSize(2 * mixture.percent());
            assertThat(places)
                    .filteredOn(place -> place >= right)
                    .allMatch(place -> place >= from && place < from + 20);
        }
    }
}
