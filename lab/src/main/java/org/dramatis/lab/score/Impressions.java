package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;

/** Reads impressions of replies where the assistant speaks as itself: activations behind the middle layer, gradients behind each. */
record Impressions(ChatModel model, Inspectable inside) {
    private static final int AT_ONCE = 32;
    private static final int LONGEST_REPLY = 100;

    /** A reply to a question. */
    record Said(List<Turn> context, String reply) {
        Said {
            context = List.copyOf(context);
        }
    }

    List<Impression> of(List<Said> replies) {
        List<Impression> impressions = new ArrayList<>();
        for (int from = 0; from < replies.size(); from += AT_ONCE) {
            List<Passage> some = replies.subList(from, Math.min(replies.size(), from + AT_ONCE)).stream()
                    .map(said -> model.chats().passage(said.context(), said.reply()))
                    .toList();
            List<Map<Site, Direction>> gradients = inside.gradients(some, layers(), Change.Where.EVERYWHERE);
            for (int i = 0; i < some.size(); i++) {
                impressions.add(of(some.get(i), gradients.get(i)));
            }
        }
        return impressions;
    }

    private Impression of(Passage passage, Map<Site, Direction> gradients) {
        Site middle = Site.after(inside.layers() / 2);
        int from = passage.prefix().length() - 1;
        List<Direction> read = inside.read(
                        passage,
                        Set.of(middle),
                        IntStream.range(from, passage.length()).boxed().toList())
                .getOrDefault(middle, List.of());
        return new Impression(
                read.getFirst(),
                Impression.meanOf(read.subList(1, read.size())),
                layers().stream().map(site -> gradientAt(gradients, site)).toList());
    }

    private static Direction gradientAt(Map<Site, Direction> gradients, Site site) {
        Direction gradient = gradients.get(site);
        if (gradient == null) {
            throw new IllegalStateException("no gradient was read at " + site);
        }
        return gradient;
    }

    private Set<Site> layers() {
        Set<Site> sites = new LinkedHashSet<>();
        IntStream.range(0, inside.layers()).forEach(layer -> sites.add(Site.after(layer)));
        return sites;
    }

    /** What the model itself says in the same contexts; replies of nothing are left out. */
    List<Said> own(List<Said> replies, long seed) {
        List<Sample> samples = model.generator()
                .generate(
                        replies.stream()
                                .map(said -> model.chats().prompt(said.context()))
                                .toList(),
                        Sampling.of(LONGEST_REPLY, model.ends()),
                        seed);
        return IntStream.range(0, samples.size())
                .filter(i -> !samples.get(i).text().isEmpty())
                .mapToObj(i -> new Said(replies.get(i).context(), samples.get(i).text()))
                .toList();
    }
}
