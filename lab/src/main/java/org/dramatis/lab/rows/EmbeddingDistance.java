package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;

/** How far a row lies from the centre of the data: the mean activation of its reply after the middle layer. */
record EmbeddingDistance(ChatModel model, Inspectable inside) implements Ranker {
    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        List<Direction> embeddings = rows.stream().map(this::embedding).toList();
        return Map.of(
                Way.DISTANCE,
                places -> distances(places.stream().map(embeddings::get).toList()));
    }

    private Direction embedding(Episode row) {
        Passage passage = model.chats().passage(row.context(), row.reply());
        Site middle = Site.after(inside.layers() / 2);
        List<Integer> reply = IntStream.range(passage.prefix().length(), passage.length())
                .boxed()
                .toList();
        return Mean.of(inside.read(passage, Set.of(middle), reply).getOrDefault(middle, List.of()));
    }

    private static List<Double> distances(List<Direction> embeddings) {
        Direction centre = Mean.of(embeddings);
        return embeddings.stream().map(each -> distance(each, centre)).toList();
    }

    private static double distance(Direction one, Direction other) {
        double squares = 0;
        for (int i = 0; i < one.dimension(); i++) {
            double difference = one.at(i) - other.at(i);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
