package org.dramatis.checkpoint.text.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dramatis.checkpoint.text.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T07:08:09Z"), ZoneOffset.UTC);
    private static final long STEPS = 1_000_000;

    static Stream<JsonNode> expressions() {
        return Fixtures.rows("jinja.json").stream();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void rendersAsTheReferenceOrFailsAsItDoes(JsonNode row) {
        String template = row.path("template").asString();

        if (row.has("text")) {
            assertThat(render(template)).isEqualTo(row.path("text").asString());
        } else {
            assertThat(catchThrowable(() -> render(template)))
                    .isInstanceOfAny(TemplateException.class, RefusalException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ['b', 'a']|sort }}",
                "{{ 'a b'|title }}",
                "{{ '<'|e }}",
                "{{ 'a'|safe }}",
                "{{ '%s'|format(1) }}",
                "{{ '%s' % 1 }}",
                "{{ 'a'.format() }}",
                "{{ 1 is sameas 1 }}",
                "{{ joiner() }}",
                "{% for a in [1] %}{{ loop.cycle() }}{% endfor %}",
                "{{ strftime_now('%U') }}",
                "{{ {}|tojson(ensure_ascii=true) }}",
                "{{ {}|tojson(separators=(',', ':')) }}",
                "{% for a in [1] recursive %}{% endfor %}",
                "{% extends 'x' %}",
            })
    void whatIsNotKnownIsAnErrorAndNoOtherText(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
    }

    @Test
    void passesOnTheWordsOfARefusal() {
        assertThatThrownBy(() -> render("{{ raise_exception('Only ' ~ 'users.') }}"))
                .isInstanceOf(RefusalException.class)
                .hasMessage("Only users.");
    }

    @Test
    void namesTheLineOfAnError() {
        assertThatThrownBy(() -> render("a\nb\n{{ 1 / 0 }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("line 3: 1 / 0: ");
        assertThatThrownBy(() -> Template.parse("a\n\n{% if %}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("line 3: ");
    }

    @Test
    void takesTheTimeFromTheClock() {
        assertThat(render("{{ strftime_now('%d %b %Y, %-d %B, %A %H:%M:%S %j %%') }}"))
                .isEqualTo("05 Mar 2026, 5 March, Thursday 07:08:09 064 %");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
                "{{ 'x' * 10000000000 }}",
                "{{ ('x' * 100000) * 100000 }}",
                "{% set ns = namespace(x='ab') %}{% for a in range(100000) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
                "{% set ns = namespace(x=[1]) %}{% for a in range(100) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
                "{% set ns = namespace(x=[1]) %}{% for a in range(100) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
                "{{ ('a' * 100000).replace('a', 'b' * 100000) }}",
                "{{ ('b' * 100000).join(range(10000)|map('string')|list) }}",
                "{{ range(10000)|join('b' * 100000) }}",
                "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
                "{% set ns = namespace(x=[]) %}{% for a in range(100000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x|tojson(indent=60) }}",
                "{% for a in range(3000) %}{{ words == words ~ 'x' }}{{ 'zz' in words }}{{ words|upper }}{% endfor %}",
                "{{ 9 ** 99999999 }}",
                "{{ 2 ** 62 * 4 }}",
                "{{ 'a'|indent(1000000000) }}",
            })
    void stopsWhatGrowsWithoutEnd(String template) {
        assertThatThrownBy(() -> render(template, Map.of("words", Value.of("x".repeat(1000)))))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void doesNotOverflowOnDeepTemplates() {
        for (String deep : List.of("(", "[", "not ", "{'a':", "-", "a[")) {
            assertThatThrownBy(() -> Template.parse("{{ " + deep.repeat(20_000)))
                    .isInstanceOf(TemplateException.class);
        }
        assertThatThrownBy(() -> Template.parse("{% if 1 %}".repeat(20_000))).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> render("{{ 1" + " + 1".repeat(50_000) + " }}")).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.class.forName('java.lang.Runtime') }}",
                "{{ ''.getClass() }}",
                "{{ messages.__class__.mro() }}",
                "{{ namespace.body.call() }}",
                "{% import 'x' as y %}",
                "{% include '/etc/passwd' %}",
                "{{ raise_exception.body() }}",
            })
    void givesNoAccessToJava(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
    }

    private static String render(String template) {
        return render(
                template,
                Map.of(
                        "messages",
                        Value.list(List.of(
                                message("user", "hi {{ 1 }}"), message("assistant", "yo"), message("user", " <b> "))),
                        "words",
                        Value.of("{{ messages }} {% if %}"),
                        "tools",
                        Value.None.NONE));
    }

    private static String render(String template, Map<String, Value> variables) {
        return Template.parse(template).render(variables, CLOCK, STEPS);
    }

    private static Value message(String role, String content) {
        Map<String, Value> message = new LinkedHashMap<>();
        message.put("role", Value.of(role));
        message.put("content", Value.of(content));
        return Value.map(message);
    }
}
