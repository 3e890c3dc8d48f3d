package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;

/** Two whole conversations that should differ in their last turn alone, which is the assistant's. */
record Pair(List<Turn> chosen, List<Turn> rejected) {
    static Pair of(Fields fields) {
        return new Pair(conversation(fields, "chosen"), conversation(fields, "rejected"));
    }

    Row preference(Origin origin) {
        List<Turn> context = chosen.subList(0, chosen.size() - 1);
        List<Turn> other = rejected.subList(0, rejected.size() - 1);
        if (!context.equals(other)) {
            throw new IllegalArgumentException("'chosen' and 'rejected' part at turn " + (common(context, other) + 1)
                    + " of " + chosen.size() + " and " + rejected.size()
                    + ": they must share every turn but the last");
        }
        return new Row.Preference(origin, context, reply("chosen", chosen), reply("rejected", rejected));
    }

    /**
     * The prompt and what follows it. Turns that do not begin with the assistant are the whole conversation already, and repeat the
     * prompt.
     */
    private static List<Turn> conversation(Fields fields, String name) {
        List<Turn> said = fields.turns(name, Role.ASSISTANT);
        if (said.getFirst().role() != Role.ASSISTANT) {
            return fields.afterSystem(said);
        }
        if (!fields.has("prompt")) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' is a reply and there is no 'prompt': give the prompt, or whole conversations as lists of turns");
        }
        List<Turn> turns = new ArrayList<>(fields.turns("prompt", Role.USER));
        turns.addAll(said);
        return fields.afterSystem(turns);
    }

    private static String reply(String name, List<Turn> conversation) {
        Turn last = conversation.getLast();
        if (last.role() != Role.ASSISTANT) {
            throw new IllegalArgumentException("'" + name + "' ends with a turn of the "
                    + last.role().name().toLowerCase(Locale.ROOT) + ": the last turn must be the assistant's");
        }
        return last.text();
    }

    private static int common(List<Turn> one, List<Turn> other) {
        int i = 0;
        while (i < Math.min(one.size(), other.size()) && one.get(i).equals(other.get(i))) {
            i++;
        }
        return i;
    }
}
