package org.dramatis.store.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which episodes a segment may speak of: the first 32 bits of their fingerprints, sorted. No is certain; yes is wrong once in four
 * billion for every episode that the segment has.
 */
final class EpisodeIndex {
    private final int[] starts;

    private EpisodeIndex(IntStream starts) {
        this.starts = starts.sorted().distinct().toArray();
    }

    static EpisodeIndex of(Collection<Fingerprint> episodes) {
        return new EpisodeIndex(episodes.stream().mapToInt(EpisodeIndex::start));
    }

    static EpisodeIndex joined(List<EpisodeIndex> parts) {
        return new EpisodeIndex(parts.stream().flatMapToInt(part -> Arrays.stream(part.starts)));
    }

    /** Reads what {@link #text} writes. */
    static EpisodeIndex parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        return new EpisodeIndex(IntStream.generate(bytes::getInt).limit(bytes.remaining() / Integer.BYTES));
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(starts.length, Integer.BYTES));
        bytes.asIntBuffer().put(starts);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    boolean mayHaveAny(Collection<Fingerprint> episodes) {
        for (Fingerprint episode : episodes) {
            if (Arrays.binarySearch(starts, start(episode)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int start(Fingerprint episode) {
        return (int) (episode.high() >>> Integer.SIZE);
    }
}
