package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.store.data.Reading.ReadFile;
import org.dramatis.store.data.Reading.Repeat;

/** Counts what is read. */
final class Tally {
    private static final int MOST_LISTED = 100;

    private final Duplicates duplicates = new Duplicates();
    private final List<ReadFile> files = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private long repeated;

    void begin(DataFile file) {
        files.add(new ReadFile(file.name(), 0, 0, 0, 0));
    }

    /** The earlier row that this one repeats, if any. */
    Optional<Origin> add(Entry entry) {
        files.set(files.size() - 1, counted(files.getLast(), entry));
        return switch (entry) {
            case Row row -> {
                Optional<Origin> earlier = duplicates.earlier(row);
                earlier.ifPresent(origin -> repeat(new Repeat(row.origin(), origin)));
                yield earlier;
            }
            case BadRow unusable -> {
                if (bad.size() < MOST_LISTED) {
                    bad.add(unusable);
                }
                yield Optional.empty();
            }
        };
    }

    Reading reading() {
        return new Reading(files, bad, repeats, repeated);
    }

    private void repeat(Repeat repeat) {
        repeated++;
        if (repeats.size() < MOST_LISTED) {
            repeats.add(repeat);
        }
    }

    private static ReadFile counted(ReadFile file, Entry entry) {
        return switch (entry) {
            case Row.Chat chat ->
                new ReadFile(file.name(), file.chats() + 1, file.preferences(), file.documents(), file.bad());
            case Row.Preference pair ->
                new ReadFile(file.name(), file.chats(), file.preferences() + 1, file.documents(), file.bad());
            case Row.Document document ->
                new ReadFile(file.name(), file.chats(), file.preferences(), file.documents() + 1, file.bad());
            case BadRow bad ->
                new ReadFile(file.name(), file.chats(), file.preferences(), file.documents(), file.bad() + 1);
        };
    }
}
