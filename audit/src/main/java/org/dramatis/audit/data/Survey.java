package org.dramatis.audit.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Reading;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.SetReader;

/**
 * A first look through all rows: how many there are, and a random sample of them in random order.
 *
 * @param sample so many rows as were asked for, or all
 */
public record Survey(Reading reading, List<Row> sample) {
    public Survey {
        sample = List.copyOf(sample);
    }

    /** @param size of the sample at most; 0 where none is needed */
    public static Survey of(DataSet data, int size, long seed) {
        List<Row> sample = new ArrayList<>();
        RandomGenerator random = new SplittableRandom(seed);
        try (SetReader rows = data.open()) {
            long seen = 0;
            while (rows.hasNext()) {
                if (rows.next() instanceof Row row) {
                    take(row, ++seen, size, sample, random);
                }
            }
            shuffle(sample, random);
            return new Survey(rows.reading(), sample);
        }
    }

    /** Keeps every row seen so far with the same probability (Vitter 1985, algorithm R). */
    private static void take(Row row, long seen, int size, List<Row> sample, RandomGenerator random) {
        if (sample.size() < size) {
            sample.add(row);
        } else if (size > 0) {
            long place = random.nextLong(seen);
            if (place < size) {
                sample.set((int) place, row);
            }
        }
    }

    private static void shuffle(List<Row> rows, RandomGenerator random) {
        for (int i = rows.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Row row = rows.set(i, rows.get(other));
            rows.set(other, row);
        }
    }
}
