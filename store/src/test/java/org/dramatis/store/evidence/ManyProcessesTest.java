package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyProcessesTest {
    @TempDir
    Path folder;

    /** It flushes and merges without a pause, so that a kill at any time hits one or the other. */
    @Test
    void aKilledRunLosesNothingThatWasFlushed() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        int from = 0;
        for (int round = 0; round < 5; round++) {
            try (Keeping run = new Keeping(folder, from, 1_000_000, 7)) {
                int flushed = run.flushed();
                assertThat(flushed).isPositive();
                Thread.sleep(Duration.ofMillis(random.nextInt(300, 1_200)));
                from = run.kill(flushed);
            }
            try (KeptEvidence kept = KeptEvidence.open(folder, Made.MODEL, InstantSource.system())) {
                assertThat(Made.found(kept, Keeping.FRAMES, 0, from)).isEqualTo(Keeping.FRAMES * from);
                assertThat(kept.notes()).isEmpty();
            }
        }
        assertThat(from).isGreaterThan(500);
    }

    @Test
    void runsAtTheSameTimeKeepWhatEachComputed() throws IOException, InterruptedException {
        try (Keeping one = new Keeping(folder, 0, 1_000, 5);
                Keeping other = new Keeping(folder, 700, 1_700, 5);
                KeptEvidence reader = KeptEvidence.open(folder, Made.MODEL, InstantSource.system())) {
            int fromOne = one.flushed();
            int fromOther = other.flushed();
            while (fromOne > 0 && fromOther > 0) {
                Made.keep(reader, 1, 0, 1);
                reader.flush();
                assertThat(Made.found(reader, Keeping.FRAMES, 0, fromOne)).isEqualTo(Keeping.FRAMES * fromOne);
                assertThat(Made.found(reader, Keeping.FRAMES, 700, fromOther))
                        .isEqualTo(Keeping.FRAMES * (fromOther - 700));
                fromOne = one.flushed();
                fromOther = other.flushed();
            }
            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
        }
        try (KeptEvidence kept = KeptEvidence.open(folder, Made.MODEL, InstantSource.system())) {
            assertThat(Made.found(kept, Keeping.FRAMES, 0, 1_700)).isEqualTo(Keeping.FRAMES * 1_700);
            assertThat(kept.notes()).isEmpty();
        }
    }
}
