package org.dramatis.stage.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Phrases;

/** Where a sentence is spoken: the words that its slots hold there. */
record Spot(Map<String, String> words) implements Template.Slots {

    static Spot of(String slot, String words) {
        return new Spot(Map.of(slot, words));
    }

    static Spot of(Phrases.Name name) {
        return of("name", name.name())
                .with("subject", name.subject())
                .with("possessive", name.possessive())
                .with("object", name.object());
    }

    Spot with(String slot, String content) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(slot, content);
        return new Spot(more);
    }

    @Override
    public String fill(String slot, Choices choices) {
        String content = words.get(slot);
        if (content == null) {
            throw new IllegalArgumentException(
                    "there is nothing for the slot {" + slot + "} here: there are " + words.keySet());
        }
        return content;
    }
}
