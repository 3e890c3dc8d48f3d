package org.dramatis.model.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * In which order examples are learnt from: all of them once, shuffled, then all of them once more, shuffled anew. It remembers the
 * pass that was asked for last, since to shuffle many examples for every step would take longer than some steps; what it answers
 * does not depend on what it was asked before.
 */
public final class Order {
    private final int examples;
    private final long seed;
    private Pass last;

    public Order(int examples, long seed) {
        Checks.require(examples >= 1, "the number of examples", examples, "at least 1");
        this.examples = examples;
        this.seed = seed;
        this.last = Pass.shuffled(examples, seed, 0);
    }

    /** The examples of step number {@code step}, from 0, of steps of {@code batch}. */
    public List<Integer> batch(int step, int batch) {
        List<Integer> chosen = new ArrayList<>();
        long place = (long) step * batch;
        while (chosen.size() < batch) {
            List<Integer> shuffled = pass(place / examples).examples();
            int from = (int) (place % examples);
            int to = Math.min(examples, from + batch - chosen.size());
            chosen.addAll(shuffled.subList(from, to));
            place += to - from;
        }
        return chosen;
    }

    private Pass pass(long number) {
        Pass pass = last;
        if (pass.number() != number) {
            pass = Pass.shuffled(examples, seed, number);
            last = pass;
        }
        return pass;
    }

    /** Once through all examples. */
    private record Pass(long number, List<Integer> examples) {
        Pass {
            examples = List.copyOf(examples);
        }

        static Pass shuffled(int examples, long seed, long number) {
            List<Integer> all = new ArrayList<>(examples);
            for (int i = 0; i < examples; i++) {
                all.add(i);
            }
            Collections.shuffle(all, new Random(Seeds.mixed(seed, number)));
            return new Pass(number, all);
        }
    }
}
