package org.dramatis.checkpoint.text.jinja;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every template can call. */
final class Globals {
    /** The same as in Jinja's sandbox. */
    private static final int LONGEST_RANGE = 100_000;

    private Globals() {}

    static void define(Scope scope, Clock clock) {
        define(scope, "raise_exception", inputs -> {
            throw new RefusalException(Printing.text(inputs.atMost(1, "message").require(0, "message")));
        });
        define(
                scope,
                "strftime_now",
                inputs -> Value.of(Dates.format(
                        ZonedDateTime.now(clock), inputs.atMost(1, "format").text(0, "format"))));
        define(scope, "namespace", inputs -> new Value.Namespace(new LinkedHashMap<>(attributes(inputs))));
        define(scope, "dict", inputs -> Value.map(attributes(inputs)));
        define(scope, "range", Globals::range);
    }

    private static void define(Scope scope, String name, Value.Function.Body body) {
        scope.set(name, new Value.Function(name, body));
    }

    private static Map<String, Value> attributes(Arguments inputs) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        inputs.find(0, "").ifPresent(first -> {
            if (!(first instanceof Value.Mapping mapping)) {
                throw new EvaluationException(inputs.function() + " takes a mapping and names with values");
            }
            mapping.entries().forEach((key, value) -> attributes.put(Printing.text(key), value));
        });
        attributes.putAll(inputs.named());
        return attributes;
    }

    private static Value range(Arguments inputs) {
        inputs.atMost(3);
        boolean hasOnlyEnd = inputs.positional().size() == 1;
        long from = hasOnlyEnd ? 0 : Numbers.whole(inputs.require(0, "start"));
        long to = Numbers.whole(inputs.require(hasOnlyEnd ? 0 : 1, "stop"));
        long step = inputs.whole(2, "step", 1);
        if (step == 0) {
            throw new EvaluationException("range cannot have steps of 0");
        }
        List<Value> numbers = new ArrayList<>();
        for (long number = from; step > 0 ? number < to : number > to; number = Math.addExact(number, step)) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new EvaluationException("a range has more than " + LONGEST_RANGE + " numbers");
            }
            numbers.add(Value.of(number));
        }
        return Value.list(numbers);
    }
}
