package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;
import tools.jackson.databind.JsonNode;

/** A way to write down turns: which field names who speaks, which holds what is said, and what the roles are called. */
record TurnList(String speaker, String words, List<RoleName> roles) {
    static final TurnList MESSAGES = new TurnList(
            "role",
            "content",
            List.of(
                    new RoleName("system", Role.SYSTEM),
                    new RoleName("developer", Role.SYSTEM),
                    new RoleName("user", Role.USER),
                    new RoleName("assistant", Role.ASSISTANT)));

    static final TurnList SHARE_GPT = new TurnList(
            "from",
            "value",
            List.of(
                    new RoleName("system", Role.SYSTEM),
                    new RoleName("human", Role.USER),
                    new RoleName("gpt", Role.ASSISTANT)));

    record RoleName(String name, Role role) {}

    List<Turn> turns(String field, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            String found = list.isArray() ? "an empty list" : Printable.value(list);
            throw new IllegalArgumentException("'" + field + "' is " + found + ": it must be a list of turns");
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : list) {
            turns.add(turn("turn " + (turns.size() + 1) + " of '" + field + "'", turn));
        }
        return turns;
    }

    private Turn turn(String place, JsonNode turn) {
        if (!turn.isObject()) {
            throw new IllegalArgumentException(place + " is " + Printable.value(turn) + ": a turn is an object with '"
                    + speaker + "' and '" + words + "'");
        }
        Role role = role(place, turn.path(speaker));
        return new Turn(role, words(place, role, turn.path(words)));
    }

    private Role role(String place, JsonNode name) {
        for (RoleName known : roles) {
            if (name.isString() && known.name().equals(name.stringValue())) {
                return known.role();
            }
        }
        throw new IllegalArgumentException("the '" + speaker + "' of " + place + " is " + Printable.value(name)
                + ": it must be one of "
                + Printable.names(roles.stream().map(RoleName::name).toList()));
    }

    private String words(String place, Role role, JsonNode content) {
        String name = "the '" + words + "' of " + place;
        if (content.isString()) {
            return content.stringValue();
        }
        if (content.isArray()) {
            return joined(name, content);
        }
        // An assistant that only calls a tool says nothing; that its reply is empty is what stops the row.
        if (role == Role.ASSISTANT && (content.isNull() || content.isMissingNode())) {
            return "";
        }
        throw new IllegalArgumentException(
                name + " is " + Printable.value(content) + ": it must be a text, or a list of parts");
    }

    private static String joined(String name, JsonNode parts) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            JsonNode type = part.path("type");
            JsonNode words = part.path("text");
            if (!type.isString() || !type.stringValue().equals("text") || !words.isString()) {
                throw new IllegalArgumentException(name + " has a part of type " + Printable.value(type)
                        + ": parts of type 'text', with a 'text', are all that is read");
            }
            text.append(words.stringValue());
        }
        return text.toString();
    }
}
