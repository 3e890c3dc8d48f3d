package org.dramatis.lab.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.Learnt;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.number.Weights;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Turns;

/** Ranks the rows of every mixture in every way. */
record RowExaminer(Set<PersonaId> unwanted, List<Ranker> rankers) {
    private static final int FRAMES = 1;
    private static final int PROBED_TOPICS = 1;

    RowExaminer {
        rankers = List.copyOf(rankers);
    }

    /** Finds out first who the assistant is today, and what unwanted answers to probes are like. */
    static RowExaminer of(World world, ChatModel model, Inspectable inside, Calibration calibration, long seed) {
        Cast cast = WorldCast.of(world, FRAMES);
        CastScorer scorer = new CastScorer(cast, model);
        SortedSet<Integer> unwanted = IntStream.range(0, cast.size())
                .filter(k -> world.unwanted().contains(cast.persona(k).id()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        Weights before =
                new BarePrior(scorer, model, Questions.of(world)).estimate(seed).smoothed();
        return new RowExaminer(
                world.unwanted(),
                List.of(
                        new AuditRanking(
                                scorer, Contexts.of(model, Questions.of(world)), unwanted, before, calibration),
                        GradientInfluence.on(WorldProbe.of(world, PROBED_TOPICS), unwanted, model, inside),
                        new EmbeddingDistance(model, inside),
                        new BareLoss(model),
                        new RandomOrder(seed)));
    }

    /** @param rows of each mixture */
    Ranked examine(Pool pool, int rows, long seed) {
        List<Episode> episodes = pool.rows().stream()
                .map(row -> Learnt.of(row, Turns.LAST).getFirst().episode())
                .toList();
        Map<Way, Ranker.Order> orders = new EnumMap<>(Way.class);
        Map<Way, Double> rates = new EnumMap<>(Way.class);
        for (Ranker ranker : rankers) {
            long began = System.nanoTime();
            Map<Way, Ranker.Order> own = ranker.read(episodes);
            double seconds = (System.nanoTime() - began) / 1e9;
            orders.putAll(own);
            own.keySet().forEach(way -> rates.put(way, episodes.size() / seconds));
        }
        return new Ranked(
                Mixture.ALL.stream()
                        .map(mixture -> trial(mixture, pool, rows, seed, orders))
                        .toList(),
                rates);
    }

    private RowTrial trial(Mixture mixture, Pool pool, int rows, long seed, Map<Way, Ranker.Order> orders) {
        List<Integer> places = new ArrayList<>(mixture.places(rows));
        Collections.shuffle(places, new Random(seed));
        Map<Way, List<Double>> scores = new EnumMap<>(Way.class);
        orders.forEach((way, order) -> scores.put(way, order.scores(places)));
        List<PersonaId> speakers = places.stream().map(pool.speakers()::get).toList();
        return new RowTrial(
                mixture,
                seed,
                speakers,
                speakers.stream().map(unwanted::contains).toList(),
                scores);
    }
}
