package org.dramatis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dramatis.store.evidence.Cell;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptCells;
import org.dramatis.store.evidence.KeptEvidence;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Evidence found again, in the order in which it was kept, and evidence kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class KeptEvidenceBenchmark {
    @Param("100000")
    int episodes;

    @Param("20")
    int frames = 20;

    @Param({"64", "1024"})
    int atOnce;

    private final SplittableRandom random = new SplittableRandom(1);
    private List<Fingerprint> framed = List.of();
    private List<Fingerprint> said = List.of();
    private Optional<Path> folder = Optional.empty();
    private Optional<KeptEvidence> kept = Optional.empty();
    private int next;

    @Setup
    public void prepare() throws IOException {
        framed = fingerprints(frames);
        said = fingerprints(episodes);
        folder = Optional.of(Files.createTempDirectory("kept-evidence"));
        KeptEvidence evidence = KeptEvidence.open(folder.get(), Fingerprint.of("model"), InstantSource.system());
        kept = Optional.of(evidence);
        keep(said);
    }

    @Benchmark
    public KeptCells find() {
        next = next + atOnce > episodes ? 0 : next;
        List<Fingerprint> some = said.subList(next, next + atOnce);
        next += atOnce;
        return kept.orElseThrow().find(framed, some);
    }

    /** As {@link #find}, and on the disk when it returns. */
    @Benchmark
    public void keep() {
        keep(fingerprints(atOnce));
    }

    @TearDown
    public void cleanUp() throws IOException {
        kept.orElseThrow().close();
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void keep(List<Fingerprint> some) {
        for (Fingerprint episode : some) {
            int tokens = random.nextInt(1, 300);
            for (Fingerprint frame : framed) {
                kept.orElseThrow().keep(frame, episode, new Cell.Scored(-3 * tokens * random.nextDouble(), tokens));
            }
        }
        kept.orElseThrow().flush();
    }

    private List<Fingerprint> fingerprints(int count) {
        return Stream.generate(() -> new Fingerprint(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }
}
