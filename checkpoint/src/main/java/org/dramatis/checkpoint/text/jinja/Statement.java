package org.dramatis.checkpoint.text.jinja;

import java.util.List;
import java.util.Optional;

/** A piece of a template. */
sealed interface Statement {
    record Plain(String text) implements Statement {}

    record Output(int line, Expression expression) implements Statement {}

    record If(int line, Expression condition, List<Statement> then, List<Statement> otherwise) implements Statement {}

    record For(
            int line,
            Target target,
            Expression iterable,
            Optional<Expression> condition,
            List<Statement> body,
            List<Statement> otherwise)
            implements Statement {}

    record Set(int line, Target target, Expression value) implements Statement {}

    /** {@code {% set name %} ... {% endset %}}. */
    record SetBlock(int line, Target target, List<Filtering> filters, List<Statement> body) implements Statement {}

    record FilterBlock(int line, List<Filtering> filters, List<Statement> body) implements Statement {}

    record Filtering(String name, Expression.Inputs inputs) {}

    record Macro(int line, String name, List<Parameter> parameters, List<Statement> body) implements Statement {}

    record Parameter(String name, Optional<Expression> otherwise) {}

    /** {@code {% call(...) f() %} ... {% endcall %}}: the body is the {@code caller} of f. */
    record CallBlock(int line, List<Parameter> parameters, Expression.Call call, List<Statement> body)
            implements Statement {}

    /** A scope of its own: {@code with} and {@code generation}. */
    record Scoped(int line, List<Set> bindings, List<Statement> body) implements Statement {}

    /** {@code break} or {@code continue}. */
    record Jump(int line, boolean ends) implements Statement {}

    /** What a value is given to. */
    sealed interface Target {
        record Variable(String name) implements Target {}

        record Attribute(String namespace, String name) implements Target {}

        record Several(List<Target> targets) implements Target {}
    }
}
