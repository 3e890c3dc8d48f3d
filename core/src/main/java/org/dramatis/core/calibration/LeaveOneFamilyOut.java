package org.dramatis.core.calibration;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Predicts every item from the items of other families only, so that near-copies of it (other seeds of one recipe, say)
 * cannot make a forecast look better than it is.
 */
public final class LeaveOneFamilyOut {
    private LeaveOneFamilyOut() {}

    /**
     * @param train makes, of the items outside a family, what predicts an item
     * @return a prediction for each item, in the order of the items
     * @throws IllegalArgumentException when there are fewer than two families
     */
    public static <I, F, P> List<P> predictions(
            List<I> items, Function<I, F> family, Function<List<I>, Function<I, P>> train) {
        List<F> families = items.stream().map(family).distinct().toList();
        if (families.size() < 2) {
            throw new IllegalArgumentException("the " + items.size() + " items are of the families " + families
                    + ": at least two families are needed to leave one out");
        }
        Map<F, Function<I, P>> predictors = new HashMap<>();
        for (F left : families) {
            List<I> others = items.stream()
                    .filter(item -> !family.apply(item).equals(left))
                    .toList();
            predictors.put(left, train.apply(others));
        }
        return items.stream()
                .map(item -> requireNonNull(predictors.get(family.apply(item))).apply(item))
                .toList();
    }
}
