package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;

/** A row of a data set, whatever its layout was. Its texts can be written as UTF-8. */
public sealed interface Row extends Entry {
    /**
     * A conversation. A system turn comes first or not at all, a user turn stands before every turn of the assistant, there is at least
     * one of the assistant, and none of those is blank. Users may hold several turns in a row, and have the last word.
     */
    record Chat(Origin origin, List<Turn> turns) implements Row {
        public Chat {
            turns = List.copyOf(turns);
            Order.requireChat(turns);
            WholeText.require(turns);
        }

        /**
         * The replies with their contexts, in order: {@code chats.jsonl:17} is the assistant's first turn, {@code chats.jsonl:17#2} its
         * second. A reply has the same id whichever turns are asked for.
         */
        public List<Episode> episodes(Turns which) {
            List<Episode> episodes = new ArrayList<>();
            for (int i = 0; i < turns.size(); i++) {
                if (turns.get(i).role() == Role.ASSISTANT) {
                    String place = episodes.isEmpty() ? "" : "#" + (episodes.size() + 1);
                    episodes.add(new Episode(
                            new EpisodeId(origin + place),
                            turns.subList(0, i),
                            turns.get(i).text()));
                }
            }
            return switch (which) {
                case LAST -> List.of(episodes.getLast());
                case ALL -> List.copyOf(episodes);
            };
        }
    }

    /** Two replies in one context, of which the chosen one was liked better. */
    record Preference(Origin origin, List<Turn> context, String chosen, String rejected) implements Row {
        public Preference {
            context = List.copyOf(context);
            Order.requireReply("'chosen'", context, chosen);
            Order.requireReply("'rejected'", context, rejected);
            WholeText.require(context);
            WholeText.require("'chosen'", chosen);
            WholeText.require("'rejected'", rejected);
        }
    }

    /** Running text that is nobody's turn. */
    record Document(Origin origin, String text) implements Row {
        public Document {
            if (text.isBlank()) {
                throw new IllegalArgumentException("the text is blank: a document has at least one word");
            }
            WholeText.require("the text", text);
        }
    }
}
