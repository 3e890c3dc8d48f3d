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
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.screening.PersonaVectors;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.torch.Workers;
import org.dramatis.torch.inspect.Changes;
import org.dramatis.torch.inspect.ReplyGradients;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.WeightReader;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;

/**
 * What first-order evidence costs and how far it goes: {@code FirstOrderWork MODEL WORK WORKERS}, with a model and episodes made
 * by {@code bench/compare scoring}. Prints what it measures, a line each.
 */
final class FirstOrderWork {
    private static final int EPISODES = 200;
    private static final int EXACT = 8;

    private final Transformer transformer;
    private final Workers workers;
    private final List<Passage> passages;
    private final Site site;

    private FirstOrderWork(Transformer transformer, Workers workers, List<Passage> passages) {
        this.transformer = transformer;
        this.workers = workers;
        this.passages = passages;
        this.site = Site.before(transformer.architecture().layers().size() / 2);
    }

    public static void main(String[] arguments) throws IOException {
        ModelFolder folder = new ModelFolder(Path.of(arguments[0]));
        Path config = folder.require("config.json");
        List<Passage> passages = passages(ScoringEpisodes.read(Path.of(arguments[1])));
        try (TensorFiles files = TensorFiles.open(folder)) {
            Architecture architecture = Architectures.read(config.toString(), JsonFiles.object(config), files.names());
            try (Weights weights = WeightReader.read(files, architecture);
                    Transformer transformer = new Transformer(architecture, weights);
                    Workers workers = new Workers(Integer.parseInt(arguments[2]))) {
                new FirstOrderWork(transformer, workers, passages).run();
            }
        }
    }

    private static List<Passage> passages(ScoringEpisodes work) {
        return IntStream.range(0, Math.min(EPISODES, work.replies().size()))
                .mapToObj(
                        e -> new Passage(work.questions().get(e), work.replies().get(e)))
                .toList();
    }

    private void run() {
        gradients(); // warms up
        exact(List.of());
        System.out.printf(
                Locale.ROOT,
                "%d episodes of %d tokens together%n",
                passages.size(),
                passages.stream().mapToInt(Passage::length).sum());
        double[] plain = timed("score without a persona", () -> exact(List.of()));
        List<double[]> gradients = timed("gradients: one forward and one backward pass", this::gradients);
        for (int personas : List.of(EXACT, 64, 1_024)) {
            PersonaVectors vectors = vectors(
                    IntStream.range(0, personas).mapToObj(k -> vector(k, 1)).toList());
            timed("first-order evidence from them for K = " + personas, () -> evidence(vectors, gradients));
        }
        timed(
                "exact evidence for K = " + EXACT,
                () -> IntStream.range(0, EXACT)
                        .mapToObj(k -> exact(List.of(vector(k, 1))))
                        .toList());
        for (double length : List.of(10.0, 1.0, 0.1, 0.01)) {
            compare(length, plain, gradients);
        }
    }

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
        System.out.printf(
                Locale.ROOT,
                "vectors of length %.2f: first order is off by %.2f %% of the exact evidence (%.4f nats an episode)%n",
                length,
                100 * error / size,
                size / EXACT / plain.length);
    }

    private List<double[]> gradients() {
        List<double[]> rows = new ArrayList<>();
        for (Map<Site, Direction> found : new ReplyGradients(
                        transformer, workers, new Changes(List.of(), transformer.architecture()))
                .of(passages, Set.of(site), Where.EVERYWHERE)) {
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
        return new TorchScorer(transformer, workers, new Changes(changes, transformer.architecture()))
                .score(passages).stream()
                        .mapToDouble(score -> ((Scored) score).total())
                        .toArray();
    }

    private Direction vector(int persona, double length) {
        SplittableRandom random = new SplittableRandom(persona);
        float[] entries = new float[transformer.architecture().width()];
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
        System.out.printf(Locale.ROOT, "%s: %.4f s%n", what, (System.nanoTime() - began) / 1e9);
        return result;
    }
}
