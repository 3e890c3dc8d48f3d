package org.dramatis.store.evidence;

import java.util.Map;

/** What a segment says of itself, at its end: whose evidence it is, and of which episodes. */
record SegmentLabel(Fingerprint model, EpisodeIndex episodes) {
    /** Changes with the columns of a segment or what they mean. */
    private static final String FORMAT = "1";

    private static final String FORMAT_KEY = "dramatis.format";
    private static final String MODEL_KEY = "dramatis.model";
    private static final String EPISODES_KEY = "dramatis.episodes";
    private static final String CHECK_KEY = "dramatis.check";

    /** @throws IllegalArgumentException when this is no segment of the model; the message completes "the file ..." */
    static SegmentLabel of(Map<String, String> entries, Fingerprint model) {
        String format = entries.getOrDefault(FORMAT_KEY, "none");
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "has format " + format + " of evidence, and only " + FORMAT + " is read");
        }
        String owner = entries.getOrDefault(MODEL_KEY, "none");
        if (!owner.equals(model.toString())) {
            throw new IllegalArgumentException("holds evidence of model " + owner + ", and lies with that of " + model);
        }
        String episodes = entries.getOrDefault(EPISODES_KEY, "none");
        if (!check(episodes).equals(entries.get(CHECK_KEY))) {
            throw new IllegalArgumentException("does not say which episodes it has");
        }
        return new SegmentLabel(model, EpisodeIndex.parse(episodes));
    }

    /** As SQL has it. */
    String text() {
        String index = episodes.text();
        return "{'" + FORMAT_KEY + "': '" + FORMAT + "', '" + MODEL_KEY + "': '" + model + "', '" + EPISODES_KEY
                + "': '" + index + "', '" + CHECK_KEY + "': '" + check(index) + "'}";
    }

    /** So that a damaged index is noticed without reading all of the segment: it would hide what the segment has. */
    private static String check(String episodes) {
        return Fingerprint.of(episodes).toString();
    }
}
