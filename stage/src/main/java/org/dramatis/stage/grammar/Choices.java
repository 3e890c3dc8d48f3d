package org.dramatis.stage.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The choices made while something is written. They add up to what it could not have been foretold by: the sum of
 * {@code - log p} of all choices is the information of the text in nats, an upper bound of {@code - log p(text)} that is exact
 * where no two ways of choosing write the same text.
 */
public final class Choices {
    private final RandomGenerator random;
    private double nats;

    public Choices(RandomGenerator random) {
        this.random = random;
    }

    public double nats() {
        return nats;
    }

    /** One of them, each as likely as the others. */
    public <T> T one(List<T> alternatives) {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from: give at least one alternative");
        }
        nats += Math.log(alternatives.size());
        return alternatives.get(alternatives.size() == 1 ? 0 : random.nextInt(alternatives.size()));
    }

    /** One of them, as likely as its weight says. */
    public <T> T one(List<T> alternatives, ToDoubleFunction<T> weight) {
        double sum = alternatives.stream().mapToDouble(weight).sum();
        double left = random.nextDouble() * sum;
        T chosen = null;
        for (T alternative : alternatives) {
            double its = weight.applyAsDouble(alternative);
            if (its > 0) {
                chosen = alternative;
                left -= its;
                if (left < 0) {
                    break;
                }
            }
        }
        if (chosen == null) {
            throw new IllegalArgumentException("none of " + alternatives.size() + " alternatives has a weight above 0");
        }
        nats -= Math.log(weight.applyAsDouble(chosen) / sum);
        return chosen;
    }

    /** All of them, in any order. */
    public <T> List<T> shuffled(List<T> all) {
        List<T> left = new ArrayList<>(all);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            nats += Math.log(left.size());
            int place = random.nextInt(left.size());
            shuffled.add(left.get(place));
            left.set(place, left.getLast());
            left.removeLast();
        }
        return shuffled;
    }

    public boolean chance(double probability) {
        boolean happens = random.nextDouble() < probability;
        nats -= Math.log(happens ? probability : 1 - probability);
        return happens;
    }
}
