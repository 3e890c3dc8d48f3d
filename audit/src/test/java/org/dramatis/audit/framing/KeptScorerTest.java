package org.dramatis.audit.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.dramatis.audit.Colours;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptScorerTest {
    @TempDir
    private Path folder;

    private int asked;

    private List<Score> score(String... replies) {
        TokenScorer counted = new TokenScorer() {
            @Override
            public List<Score> score(List<Passage> passages, TooLong tooLong) {
                asked++;
                return Colours.MODEL.scorer().score(passages, tooLong);
            }

            @Override
            public int context() {
                return Colours.MODEL.scorer().context();
            }
        };
        List<Turn> question = List.of(new Turn(Turn.Role.USER, "one?"));
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of("colours"), InstantSource.system())) {
            return new KeptScorer(counted, new KeptTokens(kept.findings()))
                    .score(List.of(replies).stream()
                            .map(reply -> Colours.MODEL.chats().passage(question, reply))
                            .toList());
        }
    }

    @Test
    void theSameIsReadOnceAlsoWhereATokenIsImpossible() {
        List<Score> first = score("red", "redblue");

        assertThat(score("red", "redblue")).isEqualTo(first);
        assertThat(asked).isOne();
        assertThat(((Score.Scored) first.get(1)).total()).isEqualTo(Double.NEGATIVE_INFINITY);
        score("redblue", "red");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatCannotBeScoredIsTriedAgain() {
        score("red".repeat(40));
        score("red".repeat(40));

        assertThat(asked).isEqualTo(2);
    }
}
