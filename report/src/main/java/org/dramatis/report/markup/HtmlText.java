package org.dramatis.report.markup;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dramatis.report.markup.Markup.Attribute;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.markup.Markup.Several;
import org.dramatis.report.markup.Markup.Text;
import org.dramatis.store.data.Printable;

/**
 * Writes markup as HTML. Text loses what it could do to the page: characters of the language are escaped, and those that cannot be
 * seen are named, but for line breaks and tabs.
 */
public final class HtmlText {
    /** Elements that hold nothing and are not closed. */
    private static final Set<String> VOID = Set.of("meta", "br");

    private HtmlText() {}

    public static String of(Markup markup) {
        StringBuilder html = new StringBuilder();
        write(markup, html);
        return html.toString();
    }

    private static void write(Markup markup, StringBuilder html) {
        switch (markup) {
            case Text(String text) -> html.append(escaped(text));
            case Several several -> several.parts().forEach(part -> write(part, html));
            case Element element -> write(element, html);
        }
    }

    private static void write(Element element, StringBuilder html) {
        html.append('<').append(element.name());
        for (Attribute attribute : element.attributes()) {
            html.append(' ')
                    .append(attribute.name())
                    .append("=\"")
                    .append(escaped(attribute.value()))
                    .append('"');
        }
        html.append('>');
        if (!VOID.contains(element.name())) {
            element.content().forEach(part -> write(part, html));
            html.append("</").append(element.name()).append('>');
        }
    }

    static String escaped(String text) {
        return Arrays.stream(text.replace("\r\n", "\n").split("(?<=[\n\t])|(?=[\n\t])", -1))
                .map(part -> part.equals("\n") || part.equals("\t") ? part : Printable.line(part))
                .collect(Collectors.joining())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
