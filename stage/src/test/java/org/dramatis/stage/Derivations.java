package org.dramatis.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.dramatis.stage.grammar.Choices;

/**
 * Every way in which something can be written, one after the other, as an odometer counts. A random number between 0 and 1 takes
 * the middles of {@code cells} equal parts: exact where all probabilities are multiples of {@code 1 / cells}.
 */
public final class Derivations {
    /** One way, with the probability of the numbers that led to it. */
    public record Derivation<T>(T made, double probability, double nats) {}

    private static final class Odometer implements RandomGenerator {
        private final int cells;
        private final List<Integer> wheels = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private int read;

        private Odometer(int cells) {
            this.cells = cells;
        }

        @Override
        public int nextInt(int bound) {
            if (read == wheels.size()) {
                wheels.add(0);
                sizes.add(bound);
            }
            return wheels.get(read++);
        }

        @Override
        public double nextDouble() {
            return (nextInt(cells) + 0.5) / cells;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("what is written draws places in lists, and shares");
        }

        private double probability() {
            return sizes.stream().mapToDouble(size -> 1.0 / size).reduce(1, (a, b) -> a * b);
        }

        /** Turns the last wheel that is not at its end, and drops those behind it. */
        private boolean turn() {
            read = 0;
            while (!wheels.isEmpty()) {
                int next = wheels.removeLast() + 1;
                if (next < sizes.getLast()) {
                    wheels.add(next);
                    return true;
                }
                sizes.removeLast();
            }
            return false;
        }
    }

    private Derivations() {}

    public static <T> List<Derivation<T>> of(int cells, Function<Choices, T> writer) {
        List<Derivation<T>> all = new ArrayList<>();
        Odometer odometer = new Odometer(cells);
        do {
            Choices choices = new Choices(odometer);
            T made = writer.apply(choices);
            all.add(new Derivation<>(made, odometer.probability(), choices.nats()));
        } while (odometer.turn());
        return all;
    }

    /** How likely each thing is that can be made. */
    public static <T> Map<T, Double> probabilities(List<Derivation<T>> all) {
        Map<T, Double> probabilities = new LinkedHashMap<>();
        all.forEach(one -> probabilities.merge(one.made(), one.probability(), Double::sum));
        return probabilities;
    }

    /** {@code H = - sum p log p}, in nats. */
    public static <T> double entropy(List<Derivation<T>> all) {
        return probabilities(all).values().stream()
                .mapToDouble(p -> -p * Math.log(p))
                .sum();
    }

    public static <T> double meanNats(List<Derivation<T>> all) {
        return all.stream().mapToDouble(one -> one.probability() * one.nats()).sum();
    }
}
