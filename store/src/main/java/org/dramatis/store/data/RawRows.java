package org.dramatis.store.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A file, cut into its rows one by one. Of rows that are too long, only the length is known. */
interface RawRows extends Closeable {
    /** Empty at the end. */
    Optional<RawRow> next() throws IOException;

    /** How many were cut off. */
    long number();

    Unit unit();
}
