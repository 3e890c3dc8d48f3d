package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a template: text, outputs and blocks. */
final class StatementParser {
    private final TokenStream stream;
    private final ExpressionParser expressions;
    private int loops;

    StatementParser(List<Token> tokens) {
        stream = new TokenStream(tokens);
        expressions = new ExpressionParser(stream);
    }

    List<Statement> template() {
        List<Statement> statements = statementsUpTo(Set.of());
        if (stream.peek().kind() != Token.Kind.END) {
            throw stream.unexpected("the end of the template");
        }
        return statements;
    }

    /** Stops behind the opening of a block with one of these names, before the name. */
    private List<Statement> statementsUpTo(Set<String> ends) {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            Token token = stream.peek();
            switch (token.kind()) {
                case DATA -> statements.add(new Statement.Plain(stream.next().text()));
                case OUTPUT_BEGIN -> statements.add(output());
                case BLOCK_BEGIN -> {
                    stream.next();
                    if (stream.peek().kind() == Token.Kind.NAME
                            && ends.contains(stream.peek().text())) {
                        return statements;
                    }
                    statements.add(block());
                }
                default -> {
                    if (!ends.isEmpty()) {
                        throw stream.unexpected("{% "
                                + String.join(
                                        " %} or {% ", ends.stream().sorted().toList()) + " %}");
                    }
                    return statements;
                }
            }
        }
    }

    private Statement output() {
        int line = stream.next().line();
        Expression value = expressions.expressions(true);
        stream.expect(Token.Kind.OUTPUT_END, "'}}'");
        return new Statement.Output(line, value);
    }

    private Statement block() {
        Token name = stream.expect(Token.Kind.NAME, "the name of a block");
        return switch (name.text()) {
            case "if" -> conditional(name.line());
            case "for" -> loop(name.line());
            case "set" -> set(name.line());
            case "macro" -> macro(name.line());
            case "call" -> callBlock(name.line());
            case "filter" -> filterBlock(name.line());
            case "with" -> with(name.line());
            case "generation" -> new Statement.Scoped(name.line(), List.of(), bodyUpTo("endgeneration"));
            case "break" -> jump(name.line(), true);
            case "continue" -> jump(name.line(), false);
            default ->
                throw TemplateException.at(
                        name.line(), "the block {% " + name.text() + " %} is not known, or not where it may be");
        };
    }

    private List<Statement> bodyUpTo(String end) {
        endBlock();
        List<Statement> body = statementsUpTo(Set.of(end));
        stream.expectName(end);
        endBlock();
        return body;
    }

    private void endBlock() {
        stream.expect(Token.Kind.BLOCK_END, "'%}'");
    }

    /** {@code elif} is an {@code if} in the {@code else}, and shares its {@code endif}. */
    private Statement conditional(int line) {
        Expression condition = expressions.expressions(false);
        endBlock();
        List<Statement> then = statementsUpTo(Set.of("elif", "else", "endif"));
        int nextLine = stream.peek().line();
        if (stream.skipName("elif")) {
            return new Statement.If(line, condition, then, List.of(conditional(nextLine)));
        }
        List<Statement> otherwise = List.of();
        if (stream.skipName("else")) {
            endBlock();
            otherwise = statementsUpTo(Set.of("endif"));
        }
        stream.expectName("endif");
        endBlock();
        return new Statement.If(line, condition, then, otherwise);
    }

    private Statement loop(int line) {
        Statement.Target target = target();
        stream.expectName("in");
        Expression iterable = expressions.expressions(false);
        Optional<Expression> condition =
                stream.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        endBlock();
        loops++;
        List<Statement> body = statementsUpTo(Set.of("else", "endfor"));
        loops--;
        List<Statement> otherwise = List.of();
        if (stream.skipName("else")) {
            endBlock();
            otherwise = statementsUpTo(Set.of("endfor"));
        }
        stream.expectName("endfor");
        endBlock();
        return new Statement.For(line, target, iterable, condition, body, otherwise);
    }

    private Statement jump(int line, boolean ends) {
        if (loops == 0) {
            throw TemplateException.at(line, "break and continue are for loops");
        }
        endBlock();
        return new Statement.Jump(line, ends);
    }

    private Statement set(int line) {
        Statement.Target target = target();
        if (stream.skipOperator("=")) {
            Expression value = expressions.expressions(true);
            endBlock();
            return new Statement.Set(line, target, value);
        }
        List<Statement.Filtering> filters = stream.skipOperator("|") ? filterings() : List.of();
        return new Statement.SetBlock(line, target, filters, bodyUpTo("endset"));
    }

    private List<Statement.Filtering> filterings() {
        List<Statement.Filtering> filters = new ArrayList<>();
        do {
            filters.add(expressions.filtering());
        } while (stream.skipOperator("|"));
        return filters;
    }

    private Statement.Target target() {
        boolean isBracketed = stream.skipOperator("(");
        List<Statement.Target> targets = new ArrayList<>();
        do {
            targets.add(oneTarget());
        } while (stream.skipOperator(","));
        if (isBracketed) {
            stream.expectOperator(")");
        }
        return targets.size() == 1 ? targets.getFirst() : new Statement.Target.Several(targets);
    }

    private Statement.Target oneTarget() {
        String name = stream.expect(Token.Kind.NAME, "a name").text();
        return stream.skipOperator(".")
                ? new Statement.Target.Attribute(
                        name, stream.expect(Token.Kind.NAME, "a name").text())
                : new Statement.Target.Variable(name);
    }

    private Statement macro(int line) {
        String name = stream.expect(Token.Kind.NAME, "the name of the macro").text();
        stream.expectOperator("(");
        return new Statement.Macro(line, name, parameters(), bodyOutsideLoops("endmacro"));
    }

    /** A macro in a loop is not part of the loop. */
    private List<Statement> bodyOutsideLoops(String end) {
        int around = loops;
        loops = 0;
        List<Statement> body = bodyUpTo(end);
        loops = around;
        return body;
    }

    private List<Statement.Parameter> parameters() {
        List<Statement.Parameter> parameters = new ArrayList<>();
        while (!stream.skipOperator(")")) {
            String name = stream.expect(Token.Kind.NAME, "a parameter").text();
            parameters.add(new Statement.Parameter(
                    name, stream.skipOperator("=") ? Optional.of(expressions.expression()) : Optional.empty()));
            if (!stream.peek().isOperator(")")) {
                stream.expectOperator(",");
            }
        }
        return parameters;
    }

    private Statement callBlock(int line) {
        List<Statement.Parameter> parameters = stream.skipOperator("(") ? parameters() : List.of();
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw TemplateException.at(line, "{% call %} needs a call");
        }
        return new Statement.CallBlock(line, parameters, call, bodyOutsideLoops("endcall"));
    }

    private Statement filterBlock(int line) {
        return new Statement.FilterBlock(line, filterings(), bodyUpTo("endfilter"));
    }

    private Statement with(int line) {
        List<Statement.Set> bindings = new ArrayList<>();
        while (stream.peek().kind() == Token.Kind.NAME) {
            Statement.Target target = oneTarget();
            stream.expectOperator("=");
            bindings.add(new Statement.Set(line, target, expressions.expression()));
            stream.skipOperator(",");
        }
        return new Statement.Scoped(line, bindings, bodyUpTo("endwith"));
    }
}
