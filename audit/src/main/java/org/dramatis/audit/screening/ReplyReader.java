package org.dramatis.audit.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;

/** The gradients of replies that the assistant gives, told nothing: one forward and one backward pass each, for any number of personas. */
public record ReplyReader(ChatModel model, Inspectable inside, List<Site> sites) {
    private static final int AT_ONCE = 32;

    public ReplyReader {
        sites = List.copyOf(sites);
    }

    /** One site after the other, as in persona vectors. Replies that the model cannot read are left out: they are unscorable. */
    List<double[]> gradients(List<Episode> episodes) {
        List<Passage> passages =
                episodes.stream().map(this::passage).flatMap(Optional::stream).toList();
        List<double[]> gradients = new ArrayList<>(passages.size());
        for (int from = 0; from < passages.size(); from += AT_ONCE) {
            List<Passage> some = passages.subList(from, Math.min(passages.size(), from + AT_ONCE));
            inside.gradients(some, new LinkedHashSet<>(sites), Change.Where.EVERYWHERE)
                    .forEach(each -> gradients.add(joined(each)));
        }
        return gradients;
    }

    private Optional<Passage> passage(Episode episode) {
        try {
            Passage passage = model.framing().passage(new Voice.Bare(), episode.context(), episode.reply());
            return Optional.of(passage)
                    .filter(text -> !text.continuation().isEmpty()
                            && text.length() <= model.scorer().context());
        } catch (IllegalArgumentException _) { // the chat template refuses it, as it will when the evidence is computed
            return Optional.empty();
        }
    }

    private double[] joined(Map<Site, Direction> gradient) {
        double[] all = new double[sites.size() * inside.width()];
        int at = 0;
        for (Site site : sites) {
            for (float entry : gradient.getOrDefault(site, Direction.of(new float[inside.width()]))
                    .toArray()) {
                all[at++] = entry;
            }
        }
        return all;
    }
}
