package org.dramatis.checkpoint.text.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements to text. */
final class Renderer {
    /** How a statement ended. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Budget budget;
    private final Evaluator evaluator;
    private StringBuilder output = new StringBuilder();
    private int line = 1;

    Renderer(Budget budget) {
        this.budget = budget;
        evaluator = new Evaluator(budget);
    }

    /** Of the statement that was last begun. */
    int line() {
        return line;
    }

    String render(List<Statement> statements, Scope scope) {
        StringBuilder before = output;
        output = new StringBuilder();
        try {
            run(statements, scope);
            return output.toString();
        } finally {
            output = before;
        }
    }

    private Flow run(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            Flow flow = run(statement, scope);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(Statement statement, Scope scope) {
        budget.spend(1);
        switch (statement) {
            case Statement.Plain(String text) -> write(text);
            case Statement.Output(int at, Expression expression) -> {
                line = at;
                write(Printing.text(evaluator.evaluate(expression, scope)));
            }
            case Statement.If(int at, Expression condition, List<Statement> then, List<Statement> otherwise) -> {
                line = at;
                return run(evaluator.isTrue(condition, scope) ? then : otherwise, scope);
            }
            case Statement.For loop -> {
                line = loop.line();
                return loop(loop, scope);
            }
            case Statement.Set(int at, Statement.Target target, Expression value) -> {
                line = at;
                assign(target, evaluator.evaluate(value, scope), scope);
            }
            case Statement.SetBlock(
                    int at,
                    Statement.Target target,
                    List<Statement.Filtering> filters,
                    List<Statement> body) -> {
                line = at;
                assign(target, filtered(filters, body, scope), scope);
            }
            case Statement.FilterBlock(int at, List<Statement.Filtering> filters, List<Statement> body) -> {
                line = at;
                write(Printing.text(filtered(filters, body, scope)));
            }
            case Statement.Macro(int at, String name, List<Statement.Parameter> parameters, List<Statement> body) -> {
                line = at;
                scope.set(name, macro(name, parameters, body, scope));
            }
            case Statement.CallBlock block -> {
                line = block.line();
                Value caller = macro("caller", block.parameters(), block.body(), scope);
                write(Printing.text(evaluator.call(block.call(), Map.of("caller", caller), scope)));
            }
            case Statement.Scoped(int at, List<Statement.Set> bindings, List<Statement> body) -> {
                line = at;
                Scope inner = scope.inner();
                bindings.forEach(
                        binding -> assign(binding.target(), evaluator.evaluate(binding.value(), scope), inner));
                return run(body, inner);
            }
            case Statement.Jump(int at, boolean ends) -> {
                return ends ? Flow.BREAK : Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private void write(String text) {
        budget.spend(text.length());
        output.append(text);
    }

    private Value filtered(List<Statement.Filtering> filters, List<Statement> body, Scope scope) {
        Value value = Value.of(render(body, scope.inner()));
        for (Statement.Filtering filter : filters) {
            value = evaluator.filter(value, filter.name(), filter.inputs(), scope);
        }
        return value;
    }

    /** The condition of a loop chooses before the loop counts. */
    private Flow loop(Statement.For loop, Scope scope) {
        List<Value> items = Iteration.items(evaluator.evaluate(loop.iterable(), scope)).stream()
                .filter(item -> loop.condition().isEmpty() || isChosen(loop, item, scope))
                .toList();
        for (int i = 0; i < items.size(); i++) {
            budget.spend(1);
            Scope inner = scope.inner();
            assign(loop.target(), items.get(i), inner);
            inner.set("loop", position(items, i));
            if (run(loop.body(), inner) == Flow.BREAK) {
                return Flow.ON;
            }
        }
        return items.isEmpty() ? run(loop.otherwise(), scope.inner()) : Flow.ON;
    }

    private boolean isChosen(Statement.For loop, Value item, Scope scope) {
        Scope inner = scope.inner();
        assign(loop.target(), item, inner);
        return evaluator.isTrue(loop.condition().orElseThrow(), inner);
    }

    private static Value position(List<Value> items, int i) {
        Map<String, Value> position = new LinkedHashMap<>();
        int size = items.size();
        position.put("index", Value.of(i + 1));
        position.put("index0", Value.of(i));
        position.put("revindex", Value.of(size - i));
        position.put("revindex0", Value.of(size - i - 1));
        position.put("first", Value.of(i == 0));
        position.put("last", Value.of(i == size - 1));
        position.put("length", Value.of(size));
        if (i > 0) {
            position.put("previtem", items.get(i - 1));
        }
        if (i + 1 < size) {
            position.put("nextitem", items.get(i + 1));
        }
        position.put("cycle", new Value.Function("cycle", inputs -> {
            List<Value> values = inputs.positional();
            return values.isEmpty() ? inputs.require(0, "values") : values.get(i % values.size());
        }));
        return new Value.Namespace(position);
    }

    private void assign(Statement.Target target, Value value, Scope scope) {
        switch (target) {
            case Statement.Target.Variable(String name) -> scope.set(name, value);
            case Statement.Target.Attribute(String namespace, String name) -> {
                if (!(scope.find(namespace) instanceof Value.Namespace found)) {
                    throw new EvaluationException(
                            "'" + namespace + "' is no namespace: only those have attributes to set");
                }
                found.attributes().put(name, value);
            }
            case Statement.Target.Several(List<Statement.Target> targets) -> {
                List<Value> items = Iteration.items(value);
                if (items.size() != targets.size()) {
                    throw new EvaluationException(items.size() + " values for " + targets.size() + " names");
                }
                for (int i = 0; i < items.size(); i++) {
                    assign(targets.get(i), items.get(i), scope);
                }
            }
        }
    }

    private Value macro(String name, List<Statement.Parameter> parameters, List<Statement> body, Scope scope) {
        return new Value.Function(name, inputs -> {
            String[] names = parameters.stream().map(Statement.Parameter::name).toArray(String[]::new);
            Scope inner = scope.inner();
            Optional.ofNullable(inputs.named().get("caller")).ifPresent(caller -> inner.set("caller", caller));
            Map<String, Value> named = new LinkedHashMap<>(inputs.named());
            named.remove("caller");
            Arguments given = new Arguments(name, inputs.positional(), named).atMost(names.length, names);
            for (int i = 0; i < names.length; i++) {
                inner.set(names[i], argument(given, i, parameters.get(i), inner));
            }
            int calledAt = line;
            String text = render(body, inner);
            line = calledAt;
            return Value.of(text);
        });
    }

    private Value argument(Arguments given, int place, Statement.Parameter parameter, Scope scope) {
        return given.find(place, parameter.name())
                .orElseGet(() -> parameter
                        .otherwise()
                        .map(otherwise -> evaluator.evaluate(otherwise, scope))
                        .orElseGet(() -> new Value.Undefined("parameter '" + parameter.name() + "' was not provided")));
    }
}
