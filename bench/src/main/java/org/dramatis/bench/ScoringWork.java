package org.dramatis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.torch.TorchModel;

/** What {@code bench/compare scoring} runs: {@code ScoringWork MODEL WORK RESULT WORKERS}. */
final class ScoringWork {
    private ScoringWork() {}

    public static void main(String[] arguments) throws IOException {
        ScoringEpisodes work = ScoringEpisodes.read(Path.of(arguments[1]));
        List<Passage> passages = work.passages();
        int workers = Integer.parseInt(arguments[3]);
        try (TorchModel model = TorchModel.open(Path.of(arguments[0]), workers)) {
            model.score(passages.subList(0, passages.size() / 8)); // the compiler's work is not what is measured
            double peak = MatrixPeak.flopsPerSecond(workers);
            long began = System.nanoTime();
            List<Score> scores = model.score(passages);
            double seconds = (System.nanoTime() - began) / 1e9;
            peak = Math.max(peak, MatrixPeak.flopsPerSecond(workers));
            System.out.printf(Locale.ROOT, "seconds %.4f%n", seconds);
            System.out.printf(Locale.ROOT, "peak %.4e%n", peak);
            write(Path.of(arguments[2]), scores, work.replies().size());
        }
    }

    /** A line a persona, a number an episode. */
    private static void write(Path file, List<Score> scores, int episodes) throws IOException {
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int i = 0; i < scores.size(); i++) {
                lines.print(((Score.Scored) scores.get(i)).total());
                lines.print((i + 1) % episodes == 0 ? "\n" : " ");
            }
        }
    }
}
