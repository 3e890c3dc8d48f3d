package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;

/**
 * How the assistant and every persona would answer probes, read off the model once.
 *
 * @param answers of the probes, in order
 * @param contexts where each probe stands among prompts
 */
public record BehaviourForecaster(List<BehaviourProbe> probes, List<AnsweredProbe> answers, ContextFeatures contexts) {
    private static final double LEVEL = .95;

    public BehaviourForecaster {
        probes = List.copyOf(probes);
        answers = List.copyOf(answers);
    }

    public static BehaviourForecaster read(
            List<BehaviourProbe> probes, Cast cast, ProbeReader reader, Contexts contexts) {
        List<Probe> questions = probes.stream().map(BehaviourProbe::probe).toList();
        return new BehaviourForecaster(
                probes,
                reader.answered(cast, questions),
                contexts.all(questions.stream().map(reader::asked).toList()));
    }

    /** The answers of a probe that show something, and who gives them after training. */
    Forecast.Showing showing(SelectionForecast selection, int place, List<Integer> showing) {
        return new Forecast.Showing(answers.get(place), selection.behaviour(contexts, place), showing);
    }

    /** Every behaviour on the probes about every thing, in the order in which the probes name them. */
    public List<BehaviourForecast> forecast(SelectionForecast selection, RivalForecasts rivals, long seed) {
        List<BehaviourForecast> forecasts = new ArrayList<>();
        for (String about : named(probes.stream().map(BehaviourProbe::about).toList())) {
            List<Integer> places = places(about);
            for (String behaviour : named(places.stream()
                    .flatMap(place -> probes.get(place).behaviours().stream())
                    .toList())) {
                forecasts.add(forecast(selection, rivals, about, behaviour, places, seed));
            }
        }
        return forecasts;
    }

    private BehaviourForecast forecast(
            SelectionForecast selection,
            RivalForecasts rivals,
            String about,
            String behaviour,
            List<Integer> places,
            long seed) {
        List<Forecast.Showing> showing = new ArrayList<>();
        double before = 0;
        for (int place : places) {
            List<Integer> shown = probes.get(place).showing(behaviour);
            showing.add(showing(selection, place, shown));
            for (int answer : shown) {
                before += answers.get(place).today().at(answer) / places.size();
            }
        }
        return BehaviourForecast.listed(
                about,
                behaviour,
                places.size(),
                before,
                rivals.calibration().widened(Forecast.shift(showing, LEVEL, new SplittableRandom(seed))),
                rivals.listed(
                        behaviour,
                        before,
                        Math.clamp(before + temperedShift(selection, showing), 0, 1),
                        places,
                        place -> probes.get(place).showing(behaviour)));
    }

    /** The shift of some answers of each probe by Bayes' rule for one character behind all data. */
    public static double temperedShift(SelectionForecast selection, List<Forecast.Showing> showing) {
        Weights after = selection.tempered();
        double shift = 0;
        for (Forecast.Showing probe : showing) {
            Weights answers = probe.probe().answers(selection.prior(), after);
            for (int answer : probe.answers()) {
                shift += (answers.at(answer) - probe.probe().today().at(answer)) / showing.size();
            }
        }
        return shift;
    }

    private List<Integer> places(String about) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).about().equals(about)) {
                places.add(i);
            }
        }
        return places;
    }

    private static Set<String> named(List<String> names) {
        return new LinkedHashSet<>(names);
    }
}
