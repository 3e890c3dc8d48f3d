package org.dramatis.core.forecast;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How the replies of each persona to a question were scored.
 *
 * @param frames for every persona, in cast order, the scores of its replies under each of its frames
 */
public record CastScores(List<List<ReplyScores>> frames) {
    public CastScores {
        frames = frames.stream().map(List::copyOf).toList();
        for (int k = 0; k < frames.size(); k++) {
            if (frames.get(k).isEmpty()) {
                throw new IllegalArgumentException("persona " + k + " replies under no frame");
            }
        }
    }

    public int personas() {
        return frames.size();
    }

    /** {@code E[s | persona]}: the mean over the persona's frames. */
    public double score(int persona) {
        return frames.get(persona).stream()
                .mapToDouble(ReplyScores::mean)
                .average()
                .orElseThrow();
    }

    /** The places of a random resample of a persona's frames. */
    List<Integer> resample(int persona, RandomGenerator random) {
        return FrameDraw.places(frames.get(persona).size(), random);
    }

    /**
     * The score as it might be with endlessly many replies under some of the persona's frames. Where there are several frames, how
     * they differ holds the error of sampling already, which is counted twice: rather too wide than too narrow.
     */
    double drawn(int persona, List<Integer> places, RandomGenerator random) {
        return places.stream()
                .mapToDouble(place -> frames.get(persona).get(place).drawn(random))
                .average()
                .orElseThrow();
    }
}
