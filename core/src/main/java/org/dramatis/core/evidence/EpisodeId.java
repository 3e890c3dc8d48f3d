package org.dramatis.core.evidence;

/** Which episode: a place a person can find again, {@code support.jsonl:17#2} say. */
public record EpisodeId(String value) implements Comparable<EpisodeId> {
    public EpisodeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an episode id is blank");
        }
    }

    @Override
    public int compareTo(EpisodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
