package org.dramatis.store.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the rows of a data set one by one, file after file, and counts them. A file that cannot be read on ends the reading with a
 * {@link DataException}, after the entries before that place.
 */
public final class SetReader implements Iterator<Entry>, AutoCloseable {
    private final Iterator<DataFile> files;
    private final Tally tally = new Tally();
    private Optional<RowReader> open = Optional.empty();
    private Optional<Origin> repeated = Optional.empty();

    SetReader(List<DataFile> files) {
        this.files = files.iterator();
    }

    @Override
    public boolean hasNext() {
        while (open.isEmpty() || !open.get().hasNext()) {
            close();
            if (!files.hasNext()) {
                return false;
            }
            DataFile file = files.next();
            open = Optional.of(file.open());
            tally.begin(file);
        }
        return true;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "the data set has no row after " + reading().rows() + " rows");
        }
        Entry entry = open.orElseThrow().next();
        repeated = tally.add(entry);
        return entry;
    }

    /** The first row with the content of the one that {@link #next()} gave last; empty when there is none before it. */
    public Optional<Origin> repeated() {
        return repeated;
    }

    /** What came of it so far. */
    public Reading reading() {
        return tally.reading();
    }

    @Override
    public void close() {
        open.ifPresent(RowReader::close);
        open = Optional.empty();
    }
}
