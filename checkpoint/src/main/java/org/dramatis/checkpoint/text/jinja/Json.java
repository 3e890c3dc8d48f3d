package org.dramatis.checkpoint.text.jinja;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as JSON, with the spaces and escapes of Python's {@code json.dumps(value, ensure_ascii=False)}. */
final class Json {
    private final StringBuilder text = new StringBuilder();
    private final String indent;
    private final boolean sortKeys;
    private final Budget budget;

    private Json(String indent, boolean sortKeys, Budget budget) {
        this.indent = indent;
        this.sortKeys = sortKeys;
        this.budget = budget;
    }

    /** @param indent of one level; empty for all in one line */
    static String of(Value value, String indent, boolean sortKeys, Budget budget) {
        Json json = new Json(indent, sortKeys, budget);
        json.write(value, 0);
        return json.text.toString();
    }

    private void write(Value value, int level) {
        switch (value) {
            case Value.None none -> text.append("null");
            case Value.Truth(boolean truth) -> text.append(truth);
            case Value.Whole(long number) -> text.append(number);
            case Value.Real(double number) -> text.append(real(number));
            case Value.Text(String string) -> writeString(string);
            case Value.Sequence sequence -> writeItems(sequence.items(), level);
            case Value.Mapping mapping -> writeEntries(mapping.entries(), level);
            case Value.Undefined(String reason) -> throw new EvaluationException("tojson: " + reason);
            case Value.Namespace namespace -> throw new EvaluationException("tojson: a namespace is no JSON");
            case Value.Function function -> throw new EvaluationException("tojson: a function is no JSON");
        }
    }

    private static String real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        return Printing.real(number);
    }

    private void writeItems(List<Value> items, int level) {
        text.append('[');
        Iterator<Value> rest = items.iterator();
        while (rest.hasNext()) {
            newLine(level + 1);
            write(rest.next(), level + 1);
            separate(rest);
        }
        close(']', items.isEmpty(), level);
    }

    private void writeEntries(Map<Value, Value> entries, int level) {
        Map<String, Value> named = sortKeys ? new TreeMap<>() : new LinkedHashMap<>();
        entries.forEach((key, value) -> named.put(key(key), value));
        text.append('{');
        Iterator<Map.Entry<String, Value>> rest = named.entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, Value> entry = rest.next();
            newLine(level + 1);
            writeString(entry.getKey());
            text.append(": ");
            write(entry.getValue(), level + 1);
            separate(rest);
        }
        close('}', entries.isEmpty(), level);
    }

    private String key(Value key) {
        return key instanceof Value.Text(String name) ? name : of(key, "", false, budget);
    }

    private void separate(Iterator<?> rest) {
        if (rest.hasNext()) {
            text.append(indent.isEmpty() ? ", " : ",");
        }
    }

    private void close(char bracket, boolean isEmpty, int level) {
        if (!isEmpty) {
            newLine(level);
        }
        text.append(bracket);
    }

    private void newLine(int level) {
        if (!indent.isEmpty()) {
            budget.spend((long) indent.length() * level);
            text.append('\n').append(indent.repeat(level));
        }
    }

    private void writeString(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            int escape = "\"\\\n\r\t\f\b".indexOf(character);
            if (escape >= 0) {
                text.append('\\').append("\"\\nrtfb".charAt(escape));
            } else if (character < ' ') {
                text.append("\\u%04x".formatted((int) character));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }
}
