package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EpisodeIndexTest {
    private static final List<Fingerprint> HERE = fingerprints(1, 5_000);
    private static final List<Fingerprint> ELSEWHERE = fingerprints(2, 5_000);

    @Test
    void whatIsInItIsNeverDenied() {
        EpisodeIndex index = EpisodeIndex.parse(EpisodeIndex.of(HERE).text());
        assertThat(HERE).allMatch(episode -> index.mayHaveAny(List.of(episode)));
        assertThat(index.mayHaveAny(List.of(ELSEWHERE.getFirst(), HERE.getLast())))
                .isTrue();
    }

    /** A chance of 5,000 * 5,000 / 2^32, some 0.6 %, that it were otherwise for another seed. */
    @Test
    void whatIsNotInItIsDenied() {
        assertThat(EpisodeIndex.of(HERE).mayHaveAny(ELSEWHERE)).isFalse();
        assertThat(EpisodeIndex.of(List.of()).mayHaveAny(HERE)).isFalse();
        assertThat(EpisodeIndex.of(HERE).mayHaveAny(List.of())).isFalse();
    }

    @Test
    void severalAreJoinedIntoOne() {
        EpisodeIndex joined =
                EpisodeIndex.joined(List.of(EpisodeIndex.of(HERE), EpisodeIndex.of(ELSEWHERE), EpisodeIndex.of(HERE)));
        EpisodeIndex all =
                EpisodeIndex.of(Stream.concat(HERE.stream(), ELSEWHERE.stream()).toList());
        assertThat(joined.text()).isEqualTo(all.text());
    }

    private static List<Fingerprint> fingerprints(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> new Fingerprint(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }
}
