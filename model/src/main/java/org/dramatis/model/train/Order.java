package org.dramatis.model.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** In which order examples are learnt from: all of them once, shuffled, then all of them once more, shuffled anew. */
public record Order(int examples, long seed) {
    public Order {
        Checks.require(examples >= 1, "the number of examples", examples, "at least 1");
    }

    /** The examples of step number {@code step}, from 0, of steps of {@code batch}. */
    public List<Integer> batch(int step, int batch) {
        List<Integer> chosen = new ArrayList<>();
        long place = (long) step * batch;
        while (chosen.size() < batch) {
            List<Integer> shuffled = pass(place / examples);
            int from = (int) (place % examples);
            int to = Math.min(examples, from + batch - chosen.size());
            chosen.addAll(shuffled.subList(from, to));
            place += to - from;
        }
        return chosen;
    }

    private List<Integer> pass(long number) {
        List<Integer> all = new ArrayList<>(examples);
        for (int i = 0; i < examples; i++) {
            all.add(i);
        }
        Collections.shuffle(all, new Random(Seeds.mixed(seed, number)));
        return all;
    }
}
