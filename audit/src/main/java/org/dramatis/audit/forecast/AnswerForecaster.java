package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.SampledProbe;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.Rivals;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.ScoreForecast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Weights;

/**
 * Every probe by itself, after several amounts of training.
 *
 * @param selections after each amount, from little to much
 */
public record AnswerForecaster(
        ProbeForecaster probes, RivalForecasts rivals, List<SelectionForecast> selections, long seed) {
    private static final double LEVEL = .95;

    public AnswerForecaster {
        selections = List.copyOf(selections);
    }

    /** @param said of every probe with listed answers, what the model says of them in the third person */
    public List<ProbeForecast> forecast(Optional<List<Weights>> said) {
        List<ProbeForecast> forecasts = new ArrayList<>();
        for (int place = 0; place < probes.listed().probes().size(); place++) {
            int listed = place;
            forecasts.add(listed(place, said.map(all -> all.get(listed))));
        }
        for (int place = 0; place < probes.sampled().probes().size(); place++) {
            forecasts.add(sampled(place));
        }
        return forecasts;
    }

    private ProbeForecast listed(int place, Optional<Weights> said) {
        BehaviourProbe probe = probes.listed().probes().get(place);
        List<AnswerForecast> answers = IntStream.range(0, probe.behaviours().size())
                .mapToObj(answer -> answer(place, answer, said.map(all -> all.at(answer))))
                .toList();
        return new ProbeForecast(
                probe.about(), probe.probe().id(), probe.probe().question(), answers, Optional.empty());
    }

    private AnswerForecast answer(int place, int answer, Optional<Double> said) {
        BehaviourProbe probe = probes.listed().probes().get(place);
        AnsweredProbe answered = probes.listed().answers().get(place);
        double today = answered.today().at(answer);
        double tempered = answered.answers(
                        selections.getLast().prior(), selections.getLast().tempered())
                .at(answer);
        String behaviour = probe.behaviours().get(answer);
        Rivals cheaper = rivals.listed(behaviour, today, tempered, List.of(place), _ -> List.of(answer));
        List<Estimate> after = selections.stream()
                .map(selection -> selection
                        .behaviour(probes.listed().contexts(), place)
                        .probability(answered, answer, LEVEL, new SplittableRandom(seed)))
                .map(drawn -> widened(today, drawn))
                .toList();
        return new AnswerForecast(probe.probe().answers().get(answer), behaviour, today, said, after, cheaper);
    }

    private Estimate widened(double today, Estimate after) {
        Interval drawn = after.interval();
        Interval shift = rivals.calibration()
                .widened(new Estimate(
                        after.point() - today, new Interval(drawn.low() - today, drawn.high() - today, drawn.level())))
                .interval();
        return new Estimate(
                after.point(),
                new Interval(
                        Math.clamp(today + shift.low(), 0, 1), Math.clamp(today + shift.high(), 0, 1), drawn.level()));
    }

    private ProbeForecast sampled(int place) {
        SampledProbe probe = probes.sampled().probes().get(place);
        List<ScoreForecast> scores = selections.stream()
                .map(selection -> probes.sampled().scores(selection, List.of(place)))
                .toList();
        double today = scores.getFirst().before();
        double tempered = scores.getLast().afterUnder(selections.getLast().tempered());
        List<Estimate> after = scores.stream()
                .map(each -> each.after(LEVEL, new SplittableRandom(seed)))
                .toList();
        AnswerForecast answer = new AnswerForecast(
                probe.scorer().words(),
                probe.behaviour(),
                today,
                Optional.empty(),
                after,
                rivals.sampled(probe.behaviour(), today, tempered, List.of(place)));
        return new ProbeForecast(
                probe.about(),
                probe.id(),
                probe.question(),
                List.of(answer),
                Optional.of(probes.sampled().judged(List.of(place))));
    }
}
