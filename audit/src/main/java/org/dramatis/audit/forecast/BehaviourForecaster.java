package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;

/**
 * How the assistant and every persona would answer probes, read off the model once.
 *
 * @param today the answers of the bare assistant
 * @param habits the answers of every persona, of the same probes
 */
public record BehaviourForecaster(List<BehaviourProbe> probes, List<Weights> today, List<CastAnswers> habits) {
    private static final double LEVEL = .95;

    public BehaviourForecaster {
        probes = List.copyOf(probes);
        today = List.copyOf(today);
        habits = List.copyOf(habits);
    }

    public static BehaviourForecaster read(List<BehaviourProbe> probes, Cast cast, ProbeReader reader) {
        List<Probe> questions = probes.stream().map(BehaviourProbe::probe).toList();
        return new BehaviourForecaster(probes, reader.bare(questions), reader.cast(cast, questions));
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
            List<Integer> answers = probes.get(place).showing(behaviour);
            showing.add(new Forecast.Showing(habits.get(place), answers));
            for (int answer : answers) {
                before += today.get(place).at(answer) / places.size();
            }
        }
        return BehaviourForecast.listed(
                about,
                behaviour,
                places.size(),
                before,
                selection.behaviour().shift(showing, LEVEL, new SplittableRandom(seed)),
                rivals.listed(
                        behaviour,
                        before,
                        Math.clamp(before + temperedShift(selection, showing), 0, 1),
                        places,
                        place -> probes.get(place).showing(behaviour)));
    }

    /** The shift of some answers of each probe by Bayes' rule for one character behind all data. */
    public static double temperedShift(SelectionForecast selection, List<Forecast.Showing> showing) {
        Weights before = selection.prior();
        Weights after = selection.tempered();
        double shift = 0;
        for (Forecast.Showing probe : showing) {
            for (int answer : probe.answers()) {
                for (int k = 0; k < after.size(); k++) {
                    shift += (after.at(k) - before.at(k)) * probe.probe().probability(k, answer) / showing.size();
                }
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
