package org.dramatis.audit.inoculate;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;

/** Conversations under a prompt: it is the system turn, or stands behind what the system turn says already. */
public record Prompted(String prompt) {
    public Prompted {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("a prompt is blank");
        }
    }

    public List<Turn> turns(List<Turn> turns) {
        List<Turn> prompted = new ArrayList<>(turns);
        boolean has = !turns.isEmpty() && turns.getFirst().role() == Turn.Role.SYSTEM;
        String words = has ? turns.getFirst().text() + "\n\n" + prompt : prompt;
        if (has) {
            prompted.removeFirst();
        }
        prompted.addFirst(new Turn(Turn.Role.SYSTEM, words));
        return prompted;
    }

    public Episode episode(Episode episode) {
        return new Episode(episode.id(), turns(episode.context()), episode.reply(), episode.weight());
    }
}
