package org.dramatis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code bench/compare.d/scoring/work.py} wrote. */
record ScoringEpisodes(List<Tokens> portraits, List<Tokens> questions, List<Tokens> replies) {

    static ScoringEpisodes read(Path file) throws IOException {
        JsonNode work = new JsonMapper().readTree(Files.readAllBytes(file));
        return new ScoringEpisodes(texts(work, "portraits"), texts(work, "questions"), texts(work, "replies"));
    }

    /** Every episode under the first persona, under the second, ... */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        for (Tokens portrait : portraits) {
            for (int e = 0; e < replies.size(); e++) {
                passages.add(new Passage(portrait.followedBy(questions.get(e)), replies.get(e)));
            }
        }
        return passages;
    }

    private static List<Tokens> texts(JsonNode work, String name) {
        return StreamSupport.stream(work.get(name).spliterator(), false)
                .map(text -> Tokens.of(StreamSupport.stream(text.spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray()))
                .toList();
    }
}
