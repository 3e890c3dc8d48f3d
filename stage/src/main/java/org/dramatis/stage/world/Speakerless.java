package org.dramatis.stage.world;

import java.util.List;
import java.util.Map;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;

/** Texts that nobody speaks: code, logs, lists. Each slot holds a word of the table of that name, drawn anew. */
public record Speakerless(Map<String, List<Template>> symbols, List<Text> texts) {
    /** @param kind of text: "log" */
    public record Text(String kind, Template template) {}

    public Speakerless {
        symbols = Entries.copy(symbols);
        texts = List.copyOf(texts);
        Entries.requireSome("the speakerless texts", "texts", texts);
    }

    public String write(Text text, Choices choices) {
        return text.template().write(this::word, choices);
    }

    private String word(String symbol, Choices choices) {
        List<Template> words = symbols.get(symbol);
        if (words == null) {
            throw new IllegalArgumentException(
                    "the speakerless texts have no symbol '" + symbol + "': they have " + symbols.keySet());
        }
        return choices.one(words).write(this::word, choices);
    }
}
