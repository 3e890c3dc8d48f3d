package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.score.Score;

/** How little the bare assistant would have expected a reply: nats a token, the log of its perplexity. */
record BareLoss(ChatModel model) implements Ranker {
    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        List<Double> losses = model
                .scorer()
                .score(rows.stream()
                        .map(row -> model.chats().passage(row.context(), row.reply()))
                        .toList())
                .stream()
                .map(BareLoss::loss)
                .toList();
        return Map.of(Way.SURPRISE, places -> places.stream().map(losses::get).toList());
    }

    private static double loss(Score score) {
        return switch (score) {
            case Score.Scored scored ->
                -scored.total() / scored.logProbabilities().size();
            case Score.Unscorable(var reason) ->
                throw new IllegalArgumentException("a row cannot be scored: " + reason.detail());
        };
    }
}
