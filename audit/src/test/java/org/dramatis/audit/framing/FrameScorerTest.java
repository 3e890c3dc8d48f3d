package org.dramatis.audit.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.Colours;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.ScoringStopped;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Colours}. */
class FrameScorerTest {
    private static final Fingerprint MODEL = Fingerprint.of("colours");

    @TempDir
    private Path folder;

    private final List<Passage> computed = new ArrayList<>();

    private static Episode said(String question, String reply) {
        return new Episode(new EpisodeId(question + reply), List.of(new Turn(Turn.Role.USER, question)), reply);
    }

    /** So many passages are scored, and then it gives out. */
    private int lasts = Integer.MAX_VALUE;

    private List<Evidence> evidence(KeptEvidence kept, List<Episode> episodes) {
        TokenScorer counting = new TokenScorer() {
            @Override
            public List<Score> score(List<Passage> passages, TooLong tooLong) {
                List<Passage> some = passages.subList(0, Math.min(lasts, passages.size()));
                computed.addAll(some);
                List<Score> scores = Colours.MODEL.scorer().score(some, tooLong);
                if (some.size() < passages.size()) {
                    List<Optional<Score>> reached =
                            new ArrayList<>(Collections.nCopies(passages.size(), Optional.empty()));
                    for (int i = 0; i < scores.size(); i++) {
                        reached.set(i, Optional.of(scores.get(i)));
                    }
                    throw new ScoringStopped(reached, new IllegalStateException("gave out"));
                }
                return scores;
            }

            @Override
            public int context() {
                return Colours.MODEL.scorer().context();
            }
        };
        return new CastScorer(
                        Colours.CAST,
                        new FrameScorer(Colours.MODEL.framing(), counting, Alterations.NONE, Optional.of(kept)))
                .evidence(episodes);
    }

    @Test
    void whatWasKeptIsNotComputedAgainByAnotherRun() {
        List<Episode> two = List.of(said("one?", "red"), said("two?", "blue"));
        List<Evidence> first;
        try (KeptEvidence kept = KeptEvidence.open(folder, MODEL, InstantSource.system())) {
            first = evidence(kept, two);
            assertThat(computed).hasSize(6);
        }
        try (KeptEvidence kept = KeptEvidence.open(folder, MODEL, InstantSource.system())) {
            List<Episode> three = List.of(two.get(1), said("three?", "red"), two.get(0));
            List<Evidence> again = evidence(kept, three);

            assertThat(computed).hasSize(9);
            assertThat(again.get(0)).isEqualTo(first.get(1));
            assertThat(again.get(2)).isEqualTo(first.get(0));
            assertThat(again.get(1)).isEqualTo(Colours.scorer().evidence(three).get(1));
        }
    }

    @Test
    void whatAModelScoredBeforeItGaveOutIsKept() {
        List<Episode> two = List.of(said("one?", "red"), said("two?", "blue"));
        try (KeptEvidence kept = KeptEvidence.open(folder, MODEL, InstantSource.system())) {
            lasts = 4;
            assertThatThrownBy(() -> evidence(kept, two))
                    .isInstanceOf(ScoringStopped.class)
                    .hasMessage("gave out");
            lasts = Integer.MAX_VALUE;

            assertThat(evidence(kept, two)).isEqualTo(Colours.scorer().evidence(two));
            assertThat(computed).hasSize(6);
        }
    }

    @Test
    void aReplyThatCannotBeScoredIsKeptWithItsReason() {
        Episode tooLong = said("one?", "red".repeat(40));
        try (KeptEvidence kept = KeptEvidence.open(folder, MODEL, InstantSource.system())) {
            Evidence first = evidence(kept, List.of(tooLong)).getFirst();
            kept.flush();

            assertThat(first).isInstanceOf(Evidence.Unscorable.class);
            assertThat(evidence(kept, List.of(tooLong))).containsExactly(first);
            assertThat(computed).hasSize(3);
        }
    }

    @Test
    void everyVoiceHasAFingerprintOfItsOwn() {
        List<Voice> voices = new ArrayList<>(Voice.of(Colours.CAST));
        voices.add(new Voice.Bare());

        assertThat(voices.stream()
                        .map(voice -> voice.fingerprint(Alterations.NONE))
                        .distinct())
                .hasSize(voices.size());
    }
}
