package org.dramatis.checkpoint.text.jinja;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template, parsed. It comes from a stranger: it can reach nothing but what it is given, and it can neither run nor grow
 * without end.
 *
 * <pre>{@code
 * Template.parse("Hello {{ name | upper }}!").render(Map.of("name", Value.of("you")), Clock.systemUTC(), 1_000_000);
 * }</pre>
 */
public final class Template {
    private final List<Statement> statements;

    private Template(List<Statement> statements) {
        this.statements = statements;
    }

    /** @throws TemplateException when it is no template, or uses what this interpreter does not know */
    public static Template parse(String source) {
        try {
            return new Template(new StatementParser(Lexer.tokens(source)).template());
        } catch (EvaluationException problem) {
            throw new TemplateException(String.valueOf(problem.getMessage()));
        } catch (StackOverflowError problem) {
            throw new TemplateException("the template is nested too deeply");
        }
    }

    /**
     * The text that the template makes of these variables.
     *
     * @param clock for {@code strftime_now}
     * @param mostSteps how many steps it may take and how many characters it may make, together
     * @throws RefusalException when the template calls {@code raise_exception}
     * @throws TemplateException when the template does what has no meaning, or too much
     */
    public String render(Map<String, Value> variables, Clock clock, long mostSteps) {
        Renderer renderer = new Renderer(new Budget(mostSteps));
        Scope globals = new Scope(Optional.empty());
        Globals.define(globals, clock);
        variables.forEach(globals::set);
        try {
            return renderer.render(statements, globals.inner());
        } catch (EvaluationException problem) {
            throw TemplateException.at(renderer.line(), String.valueOf(problem.getMessage()));
        } catch (ArithmeticException problem) {
            throw TemplateException.at(renderer.line(), "a number has more than 64 bits");
        } catch (StackOverflowError problem) {
            throw TemplateException.at(renderer.line(), "calls or values are nested too deeply");
        }
    }
}
