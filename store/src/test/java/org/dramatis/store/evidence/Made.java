package org.dramatis.store.evidence;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.Reason;

/** Evidence that is made up: a cell follows from the numbers of its frame and its episode, so that any process can check it. */
final class Made {
    static final Fingerprint MODEL = Fingerprint.of("model");

    private Made() {}

    static Fingerprint frame(int number) {
        return Fingerprint.of("frame", Integer.toString(number));
    }

    static Fingerprint episode(int number) {
        return Fingerprint.of("episode", Integer.toString(number));
    }

    static List<Fingerprint> frames(int count) {
        return IntStream.range(0, count).mapToObj(Made::frame).toList();
    }

    static List<Fingerprint> episodes(int from, int to) {
        return IntStream.range(from, to).mapToObj(Made::episode).toList();
    }

    static Cell cell(int frame, int episode) {
        return switch ((frame + episode) % 11) {
            case 3 -> new Cell.Unscorable(new Reason(Reason.Kind.TOO_LONG, "episode " + episode + " has 5,000 tokens"));
            case 7 -> new Cell.Scored(Double.NEGATIVE_INFINITY, 1 + episode % 90);
            default -> new Cell.Scored(-Math.sqrt(1 + frame + 100.0 * episode), 1 + episode % 90);
        };
    }

    /** Keeps episodes in frames 0 to {@code frames}, episode by episode. */
    static void keep(KeptEvidence kept, int frames, int from, int to) {
        for (int episode = from; episode < to; episode++) {
            for (int frame = 0; frame < frames; frame++) {
                kept.keep(frame(frame), episode(episode), cell(frame, episode));
            }
        }
    }

    /** How many of the cells are kept, all of them as they were made. */
    static int found(KeptEvidence kept, int frames, int from, int to) {
        KeptCells cells = kept.find(frames(frames), episodes(from, to));
        int found = 0;
        for (int episode = from; episode < to; episode++) {
            for (int frame = 0; frame < frames; frame++) {
                Cell made = cell(frame, episode);
                if (cells.cell(frame(frame), episode(episode))
                        .filter(cell -> {
                            if (!cell.equals(made)) {
                                throw new AssertionError("kept " + made + ", found " + cell);
                            }
                            return true;
                        })
                        .isPresent()) {
                    found++;
                }
            }
        }
        return found;
    }
}
