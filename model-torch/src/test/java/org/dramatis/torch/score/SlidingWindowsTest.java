package org.dramatis.torch.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class SlidingWindowsTest {
    @Test
    void everyTokenIsScoredOnceFromAtLeastHalfAContext() {
        for (int context : new int[] {1, 2, 3, 8, 9}) {
            for (int prefix = 1; prefix < 30; prefix++) {
                for (int reply = 1; reply < 30; reply++) {
                    Tokens text = Tokens.of(IntStream.range(0, prefix + reply).toArray());
                    Passage passage = new Passage(text.slice(0, prefix), text.slice(prefix, text.length()));
                    Tokens scored = Tokens.NONE;
                    for (Passage window : SlidingWindows.of(passage, context)) {
                        assertThat(window.length()).isLessThanOrEqualTo(context + 1);
                        Tokens before = window.prefix();
                        assertThat(before.at(before.length() - 1) + 1)
                                .isEqualTo(window.continuation().at(0));
                        assertThat(before.length())
                                .isGreaterThanOrEqualTo(Math.min((context + 1) / 2, prefix + scored.length()));
                        scored = scored.followedBy(window.continuation());
                    }
                    assertThat(scored).isEqualTo(passage.continuation());
                }
            }
        }
    }

    @Test
    void whatFitsIsOneWindow() {
        Passage passage = new Passage(Tokens.of(1, 2, 3), Tokens.of(4, 5));

        assertThat(SlidingWindows.of(passage, 4)).isEqualTo(List.of(passage));
    }
}
