package org.dramatis.store.data;

/**
 * Where a row stands, so that a person can find it again.
 *
 * @param file the file's name, with as many folders as tell it from the others of its data set
 * @param line from 1, empty ones counted; in a list and in a table, which row it is
 */
public record Origin(String file, long line) {
    public Origin {
        if (line < 1) {
            throw new IllegalArgumentException("line " + line + " of " + file + " does not exist: lines count from 1");
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
