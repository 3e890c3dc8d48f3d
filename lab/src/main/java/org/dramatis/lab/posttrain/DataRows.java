package org.dramatis.lab.posttrain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.store.data.BadRow;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.SetReader;

/** All rows of a data set, and those that could not be used. */
public record DataRows(List<Row> rows, List<BadRow> bad) {
    public DataRows {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
    }

    /**
     * @param data a file, a folder or a pattern
     * @throws IllegalArgumentException when no row can be used
     */
    public static DataRows read(Path data) {
        List<Row> rows = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        try (SetReader reader = DataSet.of(List.of(data.toString())).open()) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case Row row -> rows.add(row);
                    case BadRow unusable -> bad.add(unusable);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    data + " has no row that can be used" + (bad.isEmpty() ? ": it is empty" : ": " + bad.getFirst()));
        }
        return new DataRows(rows, bad);
    }
}
