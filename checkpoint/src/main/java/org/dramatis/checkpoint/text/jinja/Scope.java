package org.dramatis.checkpoint.text.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that can be seen at one place. What is set here is not seen further out. */
final class Scope {
    private final Map<String, Value> values = new HashMap<>();
    private final Optional<Scope> outer;

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    Scope inner() {
        return new Scope(Optional.of(this));
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    Value find(String name) {
        Value value = values.get(name);
        if (value != null) {
            return value;
        }
        return outer.isPresent() ? outer.get().find(name) : new Value.Undefined("'" + name + "' is undefined");
    }
}
