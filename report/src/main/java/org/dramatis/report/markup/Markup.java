package org.dramatis.report.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page. It becomes characters in {@link HtmlText} alone, so nothing that a text holds can become an element.
 *
 * <pre>{@code
 * Markup.element("p").styled("lead").saying("1 < 2 in <b>");   // a paragraph that shows just these characters
 * }</pre>
 */
public sealed interface Markup {
    record Text(String text) implements Markup {}

    record Several(List<Markup> parts) implements Markup {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    record Attribute(String name, String value) {}

    record Element(String name, List<Attribute> attributes, List<Markup> content) implements Markup {
        public Element {
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }

        public Element with(String attribute, String value) {
            List<Attribute> more = new ArrayList<>(attributes);
            more.add(new Attribute(attribute, value));
            return new Element(name, more, content);
        }

        /** @throws IllegalArgumentException when the element has no such attribute */
        public String attribute(String attribute) {
            return attributes.stream()
                    .filter(each -> each.name().equals(attribute))
                    .map(Attribute::value)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("<" + name + "> has no '" + attribute + "'"));
        }

        public Element styled(String css) {
            return with("class", css);
        }

        /** The same element around other content. */
        public Element holding(List<? extends Markup> content) {
            return new Element(name, attributes, List.copyOf(content));
        }

        public Element holding(Markup... content) {
            return holding(List.of(content));
        }

        public Element saying(String text) {
            return holding(new Text(text));
        }
    }

    static Element element(String name) {
        return new Element(name, List.of(), List.of());
    }

    static Markup text(String text) {
        return new Text(text);
    }

    static Markup several(Markup... parts) {
        return new Several(List.of(parts));
    }

    static Markup nothing() {
        return several();
    }
}
