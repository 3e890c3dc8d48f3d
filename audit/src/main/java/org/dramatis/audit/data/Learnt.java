package org.dramatis.audit.data;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.store.data.Origin;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * What a row gives to learn: a reply, a text (an episode without context), or of a pair the chosen reply.
 *
 * @param origin of the row, which may give several
 * @param rejected of a pair the other reply, under the same id
 */
public record Learnt(Origin origin, Episode episode, Optional<Episode> rejected) {

    public static List<Learnt> of(Row row, Turns turns) {
        return switch (row) {
            case Row.Chat chat ->
                chat.episodes(turns).stream()
                        .map(episode -> new Learnt(chat.origin(), episode, Optional.empty()))
                        .toList();
            case Row.Document(Origin origin, String text) ->
                List.of(new Learnt(origin, new Episode(id(origin), List.of(), text), Optional.empty()));
            case Row.Preference(Origin origin, var context, String chosen, String rejected) ->
                List.of(new Learnt(
                        origin,
                        new Episode(id(origin), context, chosen),
                        Optional.of(new Episode(id(origin), context, rejected))));
        };
    }

    private static EpisodeId id(Origin origin) {
        return new EpisodeId(origin.toString());
    }
}
