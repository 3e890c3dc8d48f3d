package org.dramatis.remote.text;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A fact that is asked for once. */
final class Once {
    private Optional<Boolean> known = Optional.empty();

    synchronized boolean of(BooleanSupplier fact) {
        boolean found = known.orElseGet(fact::getAsBoolean);
        known = Optional.of(found);
        return found;
    }
}
