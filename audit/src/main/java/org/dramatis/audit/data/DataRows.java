package org.dramatis.audit.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.SetReader;

/** The rows of a data set that can be used; bad ones are passed over, since the reader counts them. */
public final class DataRows implements Iterator<Row>, AutoCloseable {
    private final SetReader entries;
    private Optional<Row> ahead = Optional.empty();

    public DataRows(SetReader entries) {
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && entries.hasNext()) {
            if (entries.next() instanceof Row row) {
                ahead = Optional.of(row);
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the data have no more rows");
        }
        Row row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    @Override
    public void close() {
        entries.close();
    }
}
