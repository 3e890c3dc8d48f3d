package org.dramatis.checkpoint.text.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dramatis.checkpoint.text.Fixtures;
import org.junit.jupiter.api.Test;

/** Broken templates: each renders something, or ends in an exception that says so. */
class TemplateFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final List<String> SNIPPETS = List.of(
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "{%",
            "%}",
            "{{",
            "}}",
            "-",
            "(",
            ")",
            "[",
            "]",
            ":",
            "|",
            ".",
            ",",
            "~",
            "%",
            "*",
            "1",
            "-1",
            "none",
            "true",
            "messages",
            "[1:]",
            "[::-1]",
            "|list",
            "|length",
            "|tojson",
            "|join",
            "|map('upper')",
            "|first",
            "|selectattr('role')",
            "|indent",
            "|items",
            "|int",
            "|replace('a','b')",
            ".items()",
            ".split()",
            ".strip(1)",
            ".get('x')",
            " is defined ",
            " is odd ",
            " in ",
            " not ",
            "loop.cycle()",
            "namespace(a=1)",
            "range(1,2,0)",
            "strftime_now('%')",
            "dict(1)",
            "{'a': [1]}",
            "'\\x4'",
            " if ",
            " else ",
            "99999999999999999999");

    private int rendered;
    private int refused;

    @Test
    void templatesThatChange() {
        Random random = new Random(3);
        List<String> templates = Fixtures.rows("jinja.json").stream()
                .map(row -> row.path("template").asString())
                .toList();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder template = new StringBuilder(templates.get(random.nextInt(templates.size())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int from = random.nextInt(template.length() + 1);
                int to = Math.min(template.length(), from + random.nextInt(4));
                template.replace(from, to, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            }
            tryOut(template.toString());
        }
        assertThat(rendered).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    private void tryOut(String template) {
        Value message = Value.map(Map.of("role", Value.of("user")));
        try {
            Template.parse(template)
                    .render(
                            Map.of("messages", Value.list(List.of(message, message)), "words", Value.of("a b")),
                            CLOCK,
                            100_000);
            rendered++;
        } catch (TemplateException | RefusalException problem) {
            refused++;
        } catch (RuntimeException problem) {
            throw new AssertionError("template: " + template, problem);
        }
    }
}
