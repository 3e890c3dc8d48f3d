package org.dramatis.remote.text;

import java.util.List;
import java.util.Locale;
import org.dramatis.core.cast.Turn;
import org.dramatis.remote.http.RefusedException;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations as servers take them. */
final class Messages {
    private Messages() {}

    static void write(ObjectNode question, List<Turn> turns) {
        ArrayNode messages = question.putArray("messages");
        for (Turn turn : turns) {
            messages.addObject()
                    .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                    .put("content", turn.text());
        }
    }

    /** @throws IllegalArgumentException when the template refuses the conversation */
    static JsonNode ask(Server server, String place, ObjectNode question) {
        try {
            return server.askOwn(place, question);
        } catch (RefusedException refused) {
            if (refused.isOfTheKey()) {
                throw refused;
            }
            throw new IllegalArgumentException(
                    "the server's chat template refuses this conversation: " + refused.getMessage(), refused);
        }
    }
}
