package org.dramatis.lab.screening;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Student;

/**
 * How well one way of reading agrees with exact evidence.
 *
 * @param way in words
 * @param seeds the readings of each seed
 */
record Agreement(String way, List<Readings> seeds) {
    private static final double LEVEL = .95;

    Agreement {
        seeds = List.copyOf(seeds);
    }

    Estimate of(ToDoubleFunction<Readings> figure) {
        return Student.mean(LEVEL, seeds.stream().mapToDouble(figure).toArray());
    }
}
