package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Score;
import tools.jackson.databind.json.JsonMapper;

/** The scores of tokens as a text that is read back to the last bit. */
final class TokenText {
    /** Changes with the layout or what it means. */
    static final String FORMAT = "1";

    private static final JsonMapper JSON = new JsonMapper();

    private TokenText() {}

    static String of(List<Score.Scored> scores) {
        return JSON.writeValueAsString(
                scores.stream().map(score -> score.logProbabilities().toArray()).toArray(double[][]::new));
    }

    static List<Score> read(String text) {
        List<Score> scores = new ArrayList<>();
        for (double[] logs : JSON.readValue(text, double[][].class)) {
            scores.add(new Score.Scored(LogVector.of(logs)));
        }
        return scores;
    }
}
