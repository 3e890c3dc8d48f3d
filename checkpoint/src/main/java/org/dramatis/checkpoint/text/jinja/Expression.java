package org.dramatis.checkpoint.text.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expression, as parsed. */
sealed interface Expression {
    record Literal(Value value) implements Expression {}

    record Name(String name) implements Expression {}

    record Items(List<Expression> items, boolean isTuple) implements Expression {}

    record Pairs(List<Pair> pairs) implements Expression {}

    record Pair(Expression key, Expression value) {}

    /** {@code target.name}. */
    record Attribute(Expression target, String name) implements Expression {}

    /** {@code target[index]}. */
    record Item(Expression target, Expression index) implements Expression {}

    /** {@code target[from:to:step]}. */
    record Slice(Expression target, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step)
            implements Expression {}

    record Call(Expression target, Inputs inputs) implements Expression {}

    /** {@code input | name(...)}. */
    record Filter(Expression input, String name, Inputs inputs) implements Expression {}

    /** {@code input is name(...)}. */
    record Test(Expression input, String name, Inputs inputs) implements Expression {}

    record Not(Expression operand) implements Expression {}

    /** {@code +} or {@code -}. */
    record Sign(String operator, Expression operand) implements Expression {}

    /** Arithmetic, and {@code ~}. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    /** {@code first < a <= b}: each neighbour is compared. */
    record Comparison(Expression first, List<Step> steps) implements Expression {}

    record Step(String operator, Expression operand) {}

    record Conditional(Expression condition, Expression then, Optional<Expression> otherwise) implements Expression {}

    /** Arguments, not evaluated yet. */
    record Inputs(List<Expression> positional, Map<String, Expression> named) {
        static final Inputs NONE = new Inputs(List.of(), Map.of());
    }
}
