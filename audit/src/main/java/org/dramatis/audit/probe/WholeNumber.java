package org.dramatis.audit.probe;

import java.util.Optional;
import org.dramatis.store.written.Item;

/** A count in a file. */
final class WholeNumber {
    private WholeNumber() {}

    /** The number in a field; none where none is written, or where it is no count, which is a misprint. */
    static Optional<Integer> maybe(Item entry, String name) {
        Optional<Double> number = entry.maybeNumber(name);
        boolean isCount = number.map(value -> value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))
                .orElse(true);
        if (!isCount) {
            entry.misprint(name, "'" + name + "' is " + number.orElse(0.0) + ": write a whole number, 0 or more");
        }
        return isCount ? number.map(Double::intValue) : Optional.empty();
    }
}
