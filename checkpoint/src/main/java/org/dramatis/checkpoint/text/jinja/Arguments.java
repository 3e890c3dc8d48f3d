package org.dramatis.checkpoint.text.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a function, filter or test is called with. */
record Arguments(String function, List<Value> positional, Map<String, Value> named) {

    /** The argument at a place or of a name. */
    Optional<Value> find(int place, String name) {
        return place < positional.size() ? Optional.of(positional.get(place)) : Optional.ofNullable(named.get(name));
    }

    /** An argument that has a name only. */
    Optional<Value> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    Value require(int place, String name) {
        return find(place, name)
                .orElseThrow(() -> new EvaluationException(function + " needs the argument '" + name + "'"));
    }

    String text(int place, String name) {
        if (require(place, name) instanceof Value.Text(String text)) {
            return text;
        }
        throw new EvaluationException(
                function + " needs text for '" + name + "', got " + Printing.quoted(require(place, name)));
    }

    long whole(int place, String name, long otherwise) {
        return find(place, name).map(Numbers::whole).orElse(otherwise);
    }

    /** Refuses what the function does not know, so that nothing is ignored in silence. */
    Arguments atMost(int count, String... names) {
        if (positional.size() > count) {
            throw new EvaluationException(
                    function + " takes at most " + count + " arguments, got " + positional.size());
        }
        Set<String> known = Set.of(names);
        named.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new EvaluationException(function + " does not know the argument '" + name + "'");
                });
        return this;
    }

    /** Those behind the first, for a filter that hands them on. */
    Arguments from(int first, String otherFunction) {
        return new Arguments(
                otherFunction, positional.subList(Math.min(first, positional.size()), positional.size()), named);
    }
}
