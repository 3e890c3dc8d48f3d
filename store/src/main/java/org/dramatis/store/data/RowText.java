package org.dramatis.store.data;

import java.util.List;
import java.util.Locale;
import org.dramatis.core.cast.Turn;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A row as a line of JSON, in a layout that {@link DataFile} reads. */
public final class RowText {
    private RowText() {}

    /** Without a line break: a chat as messages, a pair as messages with two replies, a document as text. */
    public static String of(Row row) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        switch (row) {
            case Row.Chat(Origin _, List<Turn> turns) -> put(fields.putArray("messages"), turns);
            case Row.Preference(Origin _, List<Turn> context, String chosen, String rejected) -> {
                put(fields.putArray("prompt"), context);
                put(fields.putArray("chosen"), List.of(new Turn(Turn.Role.ASSISTANT, chosen)));
                put(fields.putArray("rejected"), List.of(new Turn(Turn.Role.ASSISTANT, rejected)));
            }
            case Row.Document(Origin _, String text) -> fields.put("text", text);
        }
        return fields.toString();
    }

    private static void put(ArrayNode array, List<Turn> turns) {
        for (Turn turn : turns) {
            array.addObject()
                    .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                    .put("content", turn.text());
        }
    }
}
