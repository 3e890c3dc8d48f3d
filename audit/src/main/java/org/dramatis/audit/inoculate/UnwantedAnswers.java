package org.dramatis.audit.inoculate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;

/**
 * How likely every persona gives an unwanted answer, on average over the probes.
 *
 * @param plain of every persona, in cast order
 * @param under the same where a prompt stands before the probe
 */
record UnwantedAnswers(List<Double> plain, Map<String, List<Double>> under) {

    static UnwantedAnswers read(Inoculator inoculator, List<String> prompts) {
        Map<String, List<Double>> under = new LinkedHashMap<>();
        prompts.forEach(prompt -> under.put(prompt, likely(inoculator, new Prompted(prompt).turns(List.of()))));
        return new UnwantedAnswers(likely(inoculator, List.of()), under);
    }

    private static List<Double> likely(Inoculator inoculator, List<Turn> before) {
        Cast cast = inoculator.scorer().cast();
        List<BehaviourProbe> probes = inoculator.probes().listed();
        List<Probe> questions = probes.stream().map(BehaviourProbe::probe).toList();
        List<CastAnswers> habits = new ProbeReader(inoculator.scorer().frames(), before).cast(cast, questions);
        double[] sums = new double[cast.size()];
        for (int i = 0; i < probes.size(); i++) {
            for (String behaviour : inoculator.probes().unwanted()) {
                for (int answer : probes.get(i).showing(behaviour)) {
                    for (int k = 0; k < sums.length; k++) {
                        sums[k] += habits.get(i).probability(k, answer) / probes.size();
                    }
                }
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** Where no prompt stands before the probe. */
    double absent(Weights weights) {
        return mixed(plain, weights);
    }

    /** What happens where a prompt recurs after training under it; nothing where the probes were not read with it. */
    Optional<InoculationResult.Trigger> trigger(String prompt, Weights before, Weights after) {
        return Optional.ofNullable(under.get(prompt))
                .map(habits -> new InoculationResult.Trigger(
                        mixed(habits, before),
                        mixed(habits, after),
                        under.entrySet().stream()
                                .filter(other -> !other.getKey().equals(prompt))
                                .map(other -> mixed(other.getValue(), after))
                                .max(Double::compare)));
    }

    private static double mixed(List<Double> habits, Weights weights) {
        double sum = 0;
        for (int k = 0; k < habits.size(); k++) {
            sum += weights.at(k) * habits.get(k);
        }
        return sum;
    }
}
