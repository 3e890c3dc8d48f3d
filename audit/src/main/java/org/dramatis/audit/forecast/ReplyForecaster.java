package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.probe.ReplyReader;
import org.dramatis.audit.probe.SampledProbe;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.audit.result.Judged;
import org.dramatis.core.forecast.CastScores;
import org.dramatis.core.forecast.ReplyScores;
import org.dramatis.core.forecast.ScoreForecast;
import org.dramatis.core.selection.ContextFeatures;

/**
 * How the replies of the assistant and of every persona to probes in free text were scored, sampled once.
 *
 * @param replies of each speaker to each probe, in each frame
 * @param today of every probe the scores of the bare assistant
 * @param habits of every probe the scores of every persona
 * @param contexts where each probe stands among prompts
 */
public record ReplyForecaster(
        List<SampledProbe> probes,
        int replies,
        List<ReplyScores> today,
        List<CastScores> habits,
        ContextFeatures contexts) {
    private static final double LEVEL = .95;

    public ReplyForecaster {
        probes = List.copyOf(probes);
        today = List.copyOf(today);
        habits = List.copyOf(habits);
    }

    public static ReplyForecaster read(
            ProbeSet probes, CastScorer scorer, ChatModel model, Contexts contexts, long seed) {
        ReplyReader reader = new ReplyReader(scorer, model, probes.replies(), seed);
        return new ReplyForecaster(
                probes.sampled(),
                probes.replies(),
                reader.bare(probes.sampled()),
                reader.cast(probes.sampled()),
                contexts.questions(
                        probes.sampled().stream().map(SampledProbe::question).toList()));
    }

    /** Every behaviour on the probes about every thing, in the order in which the probes name them. */
    public List<BehaviourForecast> forecast(SelectionForecast selection, RivalForecasts rivals, long seed) {
        List<BehaviourForecast> forecasts = new ArrayList<>();
        alike().values().forEach(places -> forecasts.add(forecast(selection, rivals, places, seed)));
        return forecasts;
    }

    /** The places of the probes that show the same about the same thing. */
    private Map<List<String>, List<Integer>> alike() {
        return IntStream.range(0, probes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> List.of(
                                probes.get(place).about(), probes.get(place).behaviour()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private BehaviourForecast forecast(
            SelectionForecast selection, RivalForecasts rivals, List<Integer> places, long seed) {
        SampledProbe first = probes.get(places.getFirst());
        ScoreForecast forecast = scores(selection, places);
        return new BehaviourForecast(
                first.about(),
                first.behaviour(),
                places.size(),
                forecast.before(),
                forecast.shift(LEVEL, new SplittableRandom(seed)),
                forecast.after(LEVEL, new SplittableRandom(seed)),
                rivals.sampled(first.behaviour(), forecast.before(), forecast.afterUnder(selection.tempered()), places),
                Optional.of(judged(places)));
    }

    /** What the replies to some probes will score. */
    public ScoreForecast scores(SelectionForecast selection, List<Integer> places) {
        return new ScoreForecast(
                places.stream()
                        .map(place -> selection.behaviour(contexts, place))
                        .toList(),
                places.stream().map(today::get).toList(),
                places.stream().map(habits::get).toList());
    }

    /** How replies to some probes were judged. */
    public Judged judged(List<Integer> places) {
        return new Judged(
                replies,
                places.stream()
                        .map(place -> probes.get(place).scorer().words())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }
}
