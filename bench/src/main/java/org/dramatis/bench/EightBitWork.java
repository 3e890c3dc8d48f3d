package org.dramatis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.StoredModel;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Weights;
import org.dramatis.torch.score.TorchScorer;

/** What {@code bench/compare eight-bit} runs: {@code EightBitWork MODEL WORK WORKERS}. */
final class EightBitWork {
    private EightBitWork() {}

    private record Run(double seconds, List<Score> scores) {}

    public static void main(String[] arguments) throws IOException {
        ModelFolder folder = new ModelFolder(Path.of(arguments[0]));
        ScoringEpisodes work = ScoringEpisodes.read(Path.of(arguments[1]));
        try (Workers workers = new Workers(Integer.parseInt(arguments[2]));
                StoredModel stored = StoredModel.open(folder);
                Weights weights = stored.weights()) {
            Run full = run(stored.architecture(), weights, workers, work);
            Run eight = run(stored.architecture(), new EightBitWeights(weights), workers, work);
            print("seconds_f32", full.seconds());
            print("seconds_int8", eight.seconds());
            printErrors(work, full.scores(), eight.scores());
        }
    }

    private static Run run(Architecture architecture, Parameters parameters, Workers workers, ScoringEpisodes work) {
        List<Passage> passages = work.passages();
        try (Transformer transformer = new Transformer(architecture, parameters)) {
            TokenScorer scorer = new TorchScorer(transformer, workers, Hooks.NONE);
            scorer.score(passages.subList(0, 4));
            long began = System.nanoTime();
            List<Score> scores = scorer.score(passages);
            return new Run((System.nanoTime() - began) / 1e9, scores);
        }
    }

    /** Of the evidence for each persona against the first: its size, and how far eight bits miss it. */
    private static void printErrors(ScoringEpisodes work, List<Score> full, List<Score> eight) {
        int personas = work.portraits().size();
        int episodes = work.replies().size();
        double[] sizes = new double[(personas - 1) * episodes];
        double[] errors = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            int episode = i % episodes;
            double exact = total(full, i + episodes) - total(full, episode);
            sizes[i] = Math.abs(exact);
            errors[i] = Math.abs(total(eight, i + episodes) - total(eight, episode) - exact);
        }
        print("difference_median", quantile(sizes, 0.5));
        print("error_median", quantile(errors, 0.5));
        print("error_95", quantile(errors, 0.95));
        long flips = IntStream.range(0, episodes)
                .filter(episode -> top(full, episode, work) != top(eight, episode, work))
                .count();
        print("other_top_persona", (double) flips / episodes);
    }

    private static int top(List<Score> scores, int episode, ScoringEpisodes work) {
        int top = 0;
        int episodes = work.replies().size();
        for (int k = 1; k < work.portraits().size(); k++) {
            if (total(scores, k * episodes + episode) > total(scores, top * episodes + episode)) {
                top = k;
            }
        }
        return top;
    }

    private static double total(List<Score> scores, int place) {
        return ((Score.Scored) scores.get(place)).total();
    }

    private static double quantile(double[] values, double level) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[(int) (level * (sorted.length - 1))];
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.5f%n", name, value);
    }
}
