package org.dramatis.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.ResponsibilitySum;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.MixtureFit;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.Trajectory;
import org.dramatis.core.selection.WeightedReplies;
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

/** What is done with an evidence matrix again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EvidenceBenchmark {
    private static final int BATCH = 1_000;

    @Param({"8", "64"})
    int personas;

    @Param("100000")
    int rows;

    private EvidenceMatrix evidence = SyntheticEvidence.of(1, 1);
    private Weights prior = Weights.uniform(1);
    private Rows shuffled = Rows.of(0);

    @Setup
    public void prepare() {
        evidence = SyntheticEvidence.of(rows, personas);
        prior = Weights.uniform(personas);
        shuffled = Rows.of(new SplittableRandom(2).ints(rows, 0, rows).toArray());
    }

    @Benchmark
    public ResponsibilitySum pass() {
        return evidence.responsibilities(prior);
    }

    @Benchmark
    public MixtureFit fit() {
        return MixtureFit.of(evidence);
    }

    @Benchmark
    public Trajectory<Weights> epochInOrder() {
        return epoch(Rows.range(0, rows));
    }

    @Benchmark
    public Trajectory<Weights> epochShuffled() {
        return epoch(shuffled);
    }

    private Trajectory<Weights> epoch(Rows order) {
        int steps = Math.ceilDiv(rows, BATCH);
        TrainingPlan plan = TrainingPlan.inOrder(rows, BATCH, steps).with(order).recordedEvery(steps);
        return Selection.run(prior, WeightedReplies.supervised(evidence), plan, 1);
    }
}
