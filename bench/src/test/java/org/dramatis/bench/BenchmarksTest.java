package org.dramatis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    @Test
    void everyEvidenceBenchmarkRuns() {
        EvidenceBenchmark benchmark = new EvidenceBenchmark();
        benchmark.rows = 2_000;
        benchmark.personas = 4;
        benchmark.prepare();
        assertThat(benchmark.pass().rows()).isEqualTo(2_000);
        assertThat(benchmark.fit().converged()).isTrue();
        assertThat(benchmark.epochInOrder().end())
                .isNotEqualTo(benchmark.epochInOrder().start());
        assertThat(benchmark.epochShuffled().end())
                .isNotEqualTo(benchmark.epochShuffled().start());
    }

    @Test
    void everyScreeningBenchmarkRuns() {
        ScreeningBenchmark benchmark = new ScreeningBenchmark();
        benchmark.personas = 3;
        benchmark.dimension = 5;
        benchmark.prepare();
        assertThat(benchmark.evidence().scores().size()).isEqualTo(3);
    }

    @Test
    void everyBenchmarkOfKeptEvidenceRuns() throws IOException {
        KeptEvidenceBenchmark benchmark = new KeptEvidenceBenchmark();
        benchmark.episodes = 300;
        benchmark.atOnce = 8;
        benchmark.prepare();
        assertThat(benchmark.find().size()).isEqualTo(8 * benchmark.frames);
        benchmark.keep();
        benchmark.cleanUp();
    }
}
