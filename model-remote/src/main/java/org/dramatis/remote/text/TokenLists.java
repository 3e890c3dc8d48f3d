package org.dramatis.remote.text;

import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.BadAnswerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Tokens as servers write them. */
final class TokenLists {
    private TokenLists() {}

    static Tokens read(JsonNode answer) {
        JsonNode tokens = answer.path("tokens");
        if (!tokens.isArray()
                || tokens.valueStream()
                        .anyMatch(id -> !id.isIntegralNumber() || !id.canConvertToInt() || id.asInt() < 0)) {
            throw new BadAnswerException("the server was asked for tokens and gave " + tokens.toString());
        }
        return Tokens.of(tokens.valueStream().mapToInt(JsonNode::asInt).toArray());
    }

    static void write(ArrayNode array, Tokens tokens) {
        for (int i = 0; i < tokens.length(); i++) {
            array.add(tokens.at(i));
        }
    }

    /** What stands before the same text without it: the token that begins texts, where there is one. */
    static Tokens begin(Tokens with, Tokens without) {
        int more = with.length() - without.length();
        return more > 0 && with.slice(more, with.length()).equals(without) ? with.slice(0, 1) : Tokens.NONE;
    }
}
