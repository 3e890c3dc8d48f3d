package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;
import tools.jackson.databind.JsonNode;

/** The fields of a row. One that is null counts as missing: tables joined from several layouts are full of them. */
record Fields(JsonNode row) {
    boolean has(String name) {
        return !value(name).isMissingNode() && !value(name).isNull();
    }

    /** In the order of the row. */
    Collection<String> names() {
        return row.propertyNames();
    }

    JsonNode value(String name) {
        return row.path(name);
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + name + "' is " + Printable.value(value) + ": it must be a text");
        }
        return value.stringValue();
    }

    /** The text of a field that may be left out or blank. */
    Optional<String> words(String name) {
        return has(name) ? Optional.of(text(name)).filter(text -> !text.isBlank()) : Optional.empty();
    }

    /** What a field says: a text in that role, or turns that name their own. */
    List<Turn> turns(String name, Role role) {
        return value(name).isArray() ? TurnList.MESSAGES.turns(name, value(name)) : List.of(new Turn(role, text(name)));
    }

    /** These turns after the row's system prompt, where it has one beside them. */
    List<Turn> afterSystem(List<Turn> turns) {
        Optional<Turn> system = words("system").map(text -> new Turn(Role.SYSTEM, text));
        if (system.isEmpty() || turns.getFirst().equals(system.get())) {
            return turns;
        }
        List<Turn> all = new ArrayList<>(turns);
        all.addFirst(system.get());
        return all;
    }
}
