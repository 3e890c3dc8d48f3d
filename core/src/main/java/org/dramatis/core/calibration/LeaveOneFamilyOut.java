package org.dramatis.core.calibration;

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
        return items.stream()
                .map(item -> predictors
                        .computeIfAbsent(family.apply(item), left -> train.apply(without(items, family, left)))
                        .apply(item))
                .toList();
    }

    private static <I, F> List<I> without(List<I> items, Function<I, F> family, F left) {
        return items.stream().filter(item -> !family.apply(item).equals(left)).toList();
    }
}
