package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dramatis.audit.context.Activations;
import org.dramatis.audit.context.Activations.Span;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.forecast.Baselines;
import org.dramatis.core.number.Measured;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;

/** Two scores of data and probes that need nothing but the model's activations: how near their contexts are, and where replies lead. */
public final class ActivationRivals {
    private static final int LONGEST_REPLY = 100;

    private final List<double[]> contexts = new ArrayList<>();
    private final List<double[]> dataReplies = new ArrayList<>();
    private final List<double[]> ownReplies = new ArrayList<>();
    private final List<double[]> listed = new ArrayList<>();
    private final List<double[]> sampled = new ArrayList<>();
    private final List<List<double[]>> answers = new ArrayList<>();

    private ActivationRivals() {}

    /**
     * @param episodes of the data, each with a context and short enough to be read
     * @param seed of the replies that the model gives in the same contexts
     */
    public static Measured<ActivationRivals> read(ChatModel model, List<Episode> episodes, ProbeSet probes, long seed) {
        return model.inside()
                .map(inside -> episodes.isEmpty()
                        ? Measured.<ActivationRivals>unmeasurable("no reply of the data was read in its context")
                        : Measured.known(read(new Activations(model, inside), episodes, probes, seed)))
                .orElseGet(() -> Measured.unmeasurable("the activations of the model cannot be read"));
    }

    private static ActivationRivals read(Activations model, List<Episode> episodes, ProbeSet probes, long seed) {
        List<Span> own = own(model, episodes, seed);
        List<Span> spans = new ArrayList<>();
        episodes.forEach(episode -> spans.add(model.prompt(episode.context())));
        episodes.forEach(episode -> spans.add(model.reply(episode.context(), episode.reply())));
        spans.addAll(own);
        for (BehaviourProbe probe : probes.listed()) {
            List<Turn> asked = asked(probe.probe().question());
            spans.add(model.prompt(asked));
            probe.probe().answers().forEach(answer -> spans.add(model.reply(asked, answer)));
        }
        probes.sampled().forEach(probe -> spans.add(model.prompt(asked(probe.question()))));

        Iterator<double[]> read = model.read(spans).iterator(); // all at once: what is read once is kept as one
        ActivationRivals rivals = new ActivationRivals();
        rivals.contexts.addAll(next(read, episodes.size()));
        rivals.dataReplies.addAll(next(read, episodes.size()));
        rivals.ownReplies.addAll(next(read, own.size()));
        for (BehaviourProbe probe : probes.listed()) {
            rivals.listed.add(read.next());
            rivals.answers.add(next(read, probe.probe().answers().size()));
        }
        rivals.sampled.addAll(next(read, probes.sampled().size()));
        return rivals;
    }

    private static List<double[]> next(Iterator<double[]> read, int count) {
        return IntStream.range(0, count).mapToObj(_ -> read.next()).toList();
    }

    /** What the model itself says in the contexts of the data. */
    private static List<Span> own(Activations model, List<Episode> episodes, long seed) {
        List<Sample> said = model.model()
                .generator()
                .generate(
                        episodes.stream()
                                .map(episode -> model.model().chats().prompt(episode.context()))
                                .toList(),
                        Sampling.of(LONGEST_REPLY, model.model().ends()),
                        seed);
        return IntStream.range(0, said.size())
                .filter(i -> !said.get(i).text().isEmpty())
                .mapToObj(
                        i -> model.reply(episodes.get(i).context(), said.get(i).text()))
                .toList();
    }

    private static List<Turn> asked(String question) {
        return List.of(new Turn(Turn.Role.USER, question));
    }

    /** From the contexts of the data to some probes with listed answers. */
    Measured<Double> toListed(List<Integer> places) {
        return Baselines.centroidDistance(contexts, some(listed, places));
    }

    /** From the contexts of the data to some probes in free text. */
    Measured<Double> toSampled(List<Integer> places) {
        return Baselines.centroidDistance(contexts, some(sampled, places));
    }

    /**
     * How much further the replies of the data lie along the direction from the other answers of some probes to those that show a
     * behaviour than the model's own replies do.
     *
     * @param showing of a probe, the places of these answers
     */
    Measured<Double> projection(List<Integer> places, IntFunction<List<Integer>> showing) {
        List<double[]> shown = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        for (int place : places) {
            List<double[]> all = answers.get(place);
            for (int answer = 0; answer < all.size(); answer++) {
                (showing.apply(place).contains(answer) ? shown : others).add(all.get(answer));
            }
        }
        if (shown.isEmpty() || others.isEmpty()) {
            return Measured.unmeasurable("all answers show it, or none, so no direction leads to it");
        }
        return ownReplies.isEmpty()
                ? Measured.unmeasurable("the model itself says nothing in the contexts of the data")
                : Baselines.projectionDifference(dataReplies, ownReplies, difference(shown, others));
    }

    private static double[] difference(List<double[]> to, List<double[]> from) {
        double[] difference = new double[to.getFirst().length];
        for (int d = 0; d < difference.length; d++) {
            for (double[] vector : to) {
                difference[d] += vector[d] / to.size();
            }
            for (double[] vector : from) {
                difference[d] -= vector[d] / from.size();
            }
        }
        return difference;
    }

    private static List<double[]> some(List<double[]> vectors, List<Integer> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> vectors.get(places.get(i)))
                .toList();
    }
}
