package org.dramatis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.TorchModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code bench/compare scoring} runs: {@code ScoringWork MODEL WORK RESULT WORKERS}. */
final class ScoringWork {
    private ScoringWork() {}

    public static void main(String[] arguments) throws IOException {
        JsonNode work = new JsonMapper().readTree(Files.readAllBytes(Path.of(arguments[1])));
        int workers = Integer.parseInt(arguments[3]);
        List<Tokens> questions = texts(work, "questions");
        List<Tokens> replies = texts(work, "replies");
        List<Passage> passages = new ArrayList<>();
        for (Tokens portrait : texts(work, "portraits")) {
            for (int e = 0; e < replies.size(); e++) {
                passages.add(new Passage(portrait.followedBy(questions.get(e)), replies.get(e)));
            }
        }
        try (TorchModel model = TorchModel.open(Path.of(arguments[0]), workers)) {
            model.score(passages.subList(0, 4));
            double peak = MatrixPeak.flopsPerSecond(workers);
            long began = System.nanoTime();
            List<Score> scores = model.score(passages);
            double seconds = (System.nanoTime() - began) / 1e9;
            peak = Math.max(peak, MatrixPeak.flopsPerSecond(workers));
            System.out.printf(Locale.ROOT, "seconds %.4f%n", seconds);
            System.out.printf(Locale.ROOT, "peak %.4e%n", peak);
            write(Path.of(arguments[2]), scores, replies.size());
        }
    }

    private static List<Tokens> texts(JsonNode work, String name) {
        return StreamSupport.stream(work.get(name).spliterator(), false)
                .map(text -> Tokens.of(StreamSupport.stream(text.spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray()))
                .toList();
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
