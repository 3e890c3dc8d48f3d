package org.dramatis.lab.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.stage.cast.WorldProbe;

/**
 * What a step of training on a row does, to first order, for unwanted answers to probes: the product of two gradients of
 * log-probabilities, that of the row and the mean one of the answers (Pruthi et al. 2020, TracIn). The parameters are biases, one added
 * to the residual stream after each layer.
 *
 * @param unwanted for each layer the mean gradient of unwanted answers
 * @param wanted and that of the others
 */
record GradientInfluence(ChatModel model, Inspectable inside, List<Direction> unwanted, List<Direction> wanted)
        implements Ranker {
    private static final int AT_ONCE = 32;

    GradientInfluence {
        unwanted = List.copyOf(unwanted);
        wanted = List.copyOf(wanted);
    }

    /** @param unwanted places of personas in the world, and so of their answers to a probe */
    static GradientInfluence on(
            List<WorldProbe> probes, SortedSet<Integer> unwanted, ChatModel model, Inspectable inside) {
        List<Passage> bad = new ArrayList<>();
        List<Passage> good = new ArrayList<>();
        for (WorldProbe probe : probes) {
            List<Turn> asked = List.of(new Turn(Turn.Role.USER, probe.probe().question()));
            for (int k = 0; k < probe.probe().answers().size(); k++) {
                Passage answer =
                        model.chats().passage(asked, probe.probe().answers().get(k));
                (unwanted.contains(k) ? bad : good).add(answer);
            }
        }
        return new GradientInfluence(model, inside, mean(gradients(inside, bad)), mean(gradients(inside, good)));
    }

    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        List<List<Direction>> gradients = gradients(
                inside,
                rows.stream()
                        .map(row -> model.chats().passage(row.context(), row.reply()))
                        .toList());
        List<Double> towards =
                gradients.stream().map(each -> product(each, unwanted)).toList();
        List<Double> away =
                gradients.stream().map(each -> product(each, wanted)).toList();
        return Map.of(
                Way.GRADIENT,
                places -> places.stream().map(towards::get).toList(),
                Way.CONTRAST,
                places -> places.stream()
                        .map(place -> towards.get(place) - away.get(place))
                        .toList());
    }

    /** For each passage a gradient per layer. */
    private static List<List<Direction>> gradients(Inspectable inside, List<Passage> passages) {
        Set<Site> sites = new LinkedHashSet<>();
        for (int layer = 0; layer < inside.layers(); layer++) {
            sites.add(Site.after(layer));
        }
        List<List<Direction>> gradients = new ArrayList<>();
        for (int from = 0; from < passages.size(); from += AT_ONCE) {
            List<Passage> some = passages.subList(from, Math.min(passages.size(), from + AT_ONCE));
            inside.gradients(some, sites, Change.Where.EVERYWHERE)
                    .forEach(each -> gradients.add(sites.stream().map(each::get).toList()));
        }
        return gradients;
    }

    /** Layer by layer. */
    private static List<Direction> mean(List<List<Direction>> gradients) {
        return IntStream.range(0, gradients.getFirst().size())
                .mapToObj(layer ->
                        Mean.of(gradients.stream().map(each -> each.get(layer)).toList()))
                .toList();
    }

    private static double product(List<Direction> gradient, List<Direction> aim) {
        return IntStream.range(0, aim.size())
                .mapToDouble(layer -> gradient.get(layer).dot(aim.get(layer)))
                .sum();
    }
}
