package org.dramatis.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.dramatis.core.screening.PersonaVectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The evidence of one gradient for all personas, to first order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ScreeningBenchmark {
    @Param({"8", "64", "1024"})
    int personas;

    @Param("2048")
    int dimension;

    private double[] gradient = {0};
    private PersonaVectors vectors = PersonaVectors.of(List.of(new PersonaId("one")), 1);

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        List<PersonaId> ids = IntStream.range(0, personas)
                .mapToObj(k -> new PersonaId("persona-" + k))
                .toList();
        float[] cells = new float[personas * dimension];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) random.nextGaussian();
        }
        vectors = PersonaVectors.of(ids, cells);
        gradient = random.doubles(dimension, -1, 1).toArray();
    }

    @Benchmark
    public FirstOrderEvidence evidence() {
        return vectors.evidence(gradient);
    }
}
