package org.dramatis.cli;

import java.io.PrintWriter;
import org.dramatis.store.data.Printable;

/** Text in eighty columns, whoever wrote it. */
final class Columns {
    private static final int WIDTH = 80;

    private Columns() {}

    /**
     * Prints a text, broken between words; its own lines stay lines.
     *
     * @param label before the first line
     * @param indent the column where every line begins, behind the label
     */
    static void print(String text, String label, int indent, PrintWriter out) {
        String before = label + " ".repeat(Math.max(0, indent - label.length()));
        for (String line : text.lines().map(Printable::line).toList()) {
            String rest = line.stripTrailing();
            do {
                int end = end(rest, WIDTH - indent);
                out.println((before + rest.substring(0, end)).stripTrailing());
                before = " ".repeat(indent);
                rest = rest.substring(end).stripLeading();
            } while (!rest.isEmpty());
        }
    }

    /** Where to break: behind the last word that fits, or in the middle of a word that never will. */
    private static int end(String text, int width) {
        if (text.length() <= width) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', width);
        if (space > 0 && !text.substring(0, space).isBlank()) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(width - 1)) ? width - 1 : width;
    }
}
