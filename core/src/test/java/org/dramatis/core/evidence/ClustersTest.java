package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClustersTest {
    @Test
    void rowsOfAClusterAreDrawnTogether() {
        Clusters clusters = Clusters.of(0, 1, 1, 2, 0);
        RandomGenerator random = new SplittableRandom(1);
        int[] drawn = new int[5];
        for (int sample = 0; sample < 3_000; sample++) {
            Rows rows = clusters.resample(random);
            int[] times = new int[5];
            for (int i = 0; i < rows.size(); i++) {
                times[rows.at(i)]++;
                drawn[rows.at(i)]++;
            }
            assertThat(times[0]).isEqualTo(times[4]);
            assertThat(times[1]).isEqualTo(times[2]);
        }
        // Each cluster is drawn once a sample on average, with variance 2/3.
        for (int row : drawn) {
            assertThat(row / 3_000.0).isCloseTo(1, within(4 * Math.sqrt(2 / 3.0 / 3_000)));
        }
    }

    @Test
    void countsAreMultipliedByCluster() {
        RowCounts counted = Clusters.of(1, 0, 1).counted(RowCounts.of(1, 2, 3), new double[] {10, 100});
        assertThat(counted.at(0)).isEqualTo(100);
        assertThat(counted.at(1)).isEqualTo(20);
        assertThat(counted.total(3)).isEqualTo(420);
    }

    @Test
    void refusesNumbersThatAreNoClusters() {
        assertThatThrownBy(() -> Clusters.of(0, 2, 2)).hasMessage("cluster 1 has no rows but cluster 2 has");
        assertThatThrownBy(() -> Clusters.of(0, -1)).hasMessageContaining("row 1 is said to be of cluster -1");
        assertThatThrownBy(() -> Clusters.single(2).counted(RowCounts.ONCE, new double[3]))
                .hasMessage("the rows are of 2 clusters, not of 3");
    }
}
