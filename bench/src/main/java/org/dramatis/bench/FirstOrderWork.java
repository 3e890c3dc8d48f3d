package org.dramatis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.screening.PersonaVectors;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.torch.TorchModel;

/** What first-order evidence costs and how far it goes: {@code bench/compare first-order} runs {@code FirstOrderWork MODEL WORK WORKERS}. */
final class FirstOrderWork {
    private static final int EPISODES = 200;
    private static final int EXACT = 8;

    private final TorchModel model;
    private final List<Passage> passages;
    private final Site site;

    private FirstOrderWork(TorchModel model, List<Passage> passages) {
        this.model = model;
        this.passages = passages;
        this.site = Site.before(model.layers() / 2);
    }

    public static void main(String[] arguments) throws IOException {
        ScoringEpisodes work = ScoringEpisodes.read(Path.of(arguments[1]));
        List<Passage> passages = IntStream.range(
                        0, Math.min(EPISODES, work.replies().size()))
                .mapToObj(
                        e -> new Passage(work.questions().get(e), work.replies().get(e)))
                .toList();
        try (TorchModel model = TorchModel.open(Path.of(arguments[0]), Integer.parseInt(arguments[2]))) {
            new FirstOrderWork(model, passages).run();
        }
    }

    private void run() {
        gradients(); // warms up
        exact(List.of());
        print("episodes", passages.size());
        print("tokens", passages.stream().mapToInt(Passage::length).sum());
        double[] plain = timed("seconds_score", () -> exact(List.of()));
        List<double[]> gradients = timed("seconds_gradients", this::gradients);
        for (int personas : List.of(EXACT, 64, 1_024)) {
            PersonaVectors vectors = vectors(
                    IntStream.range(0, personas).mapToObj(k -> vector(k, 1)).toList());
            timed("seconds_evidence_" + personas, () -> evidence(vectors, gradients));
        }
        timed(
                "seconds_exact_" + EXACT,
                () -> IntStream.range(0, EXACT)
                        .mapToObj(k -> exact(List.of(vector(k, 1))))
                        .toList());
        for (double length : List.of(10.0, 1.0, 0.1)) {
            compare(length, plain, gradients);
        }
    }

    /** Prints by which share first order misses what adding vectors of this length really does. */
    private void compare(double length, double[] plain, List<double[]> gradients) {
        List<Direction> vectors =
                IntStream.range(0, EXACT).mapToObj(k -> vector(k, length)).toList();
        List<double[]> first = evidence(vectors(vectors), gradients);
        double error = 0;
        double size = 0;
        for (int k = 0; k < EXACT; k++) {
            double[] exact = exact(List.of(vectors.get(k)));
            for (int e = 0; e < plain.length; e++) {
                error += Math.abs(exact[e] - plain[e] - first.get(e)[k]);
                size += Math.abs(exact[e] - plain[e]);
            }
        }
        print("error_" + length, error / size);
        print("nats_" + length, size / EXACT / plain.length);
    }

    private List<double[]> gradients() {
        List<double[]> rows = new ArrayList<>();
        for (Map<Site, Direction> found : model.gradients(passages, Set.of(site), Where.EVERYWHERE)) {
            Direction gradient = Objects.requireNonNull(found.get(site));
            rows.add(IntStream.range(0, gradient.dimension())
                    .mapToDouble(gradient::at)
                    .toArray());
        }
        return rows;
    }

    private static List<double[]> evidence(PersonaVectors vectors, List<double[]> gradients) {
        return gradients.stream()
                .map(gradient -> vectors.evidence(gradient).scores().toArray())
                .toList();
    }

    /** The log-probability of every reply while these vectors are added. */
    private double[] exact(List<Direction> added) {
        List<Change> changes = added.stream()
                .map(vector -> (Change) new Change.Add(site, vector, Where.EVERYWHERE))
                .toList();
        return model.changed(changes).score(passages).stream()
                .mapToDouble(score -> ((Scored) score).total())
                .toArray();
    }

    private Direction vector(int persona, double length) {
        SplittableRandom random = new SplittableRandom(persona);
        float[] entries = new float[model.width()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (float) random.nextGaussian();
        }
        Direction direction = Direction.of(entries);
        return direction.times(length / direction.length());
    }

    private static PersonaVectors vectors(List<Direction> directions) {
        int width = directions.getFirst().dimension();
        float[] cells = new float[directions.size() * width];
        List<PersonaId> personas = new ArrayList<>();
        for (int k = 0; k < directions.size(); k++) {
            personas.add(new PersonaId("p" + k));
            System.arraycopy(directions.get(k).toArray(), 0, cells, k * width, width);
        }
        return PersonaVectors.of(personas, cells);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        print(what, (System.nanoTime() - began) / 1e9);
        return result;
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.6f%n", name, value);
    }
}
