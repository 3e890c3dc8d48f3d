package org.dramatis.audit.inoculate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;

/**
 * How likely the assistant gives an unwanted answer, on average over the probes.
 *
 * @param plain where nothing stands before a probe
 * @param under where a prompt does
 */
record UnwantedAnswers(List<Asked> plain, Map<String, List<Asked>> under) {

    /**
     * A probe that was asked.
     *
     * @param contexts of all probes; its own is at {@code place}
     * @param unwanted the places of the unwanted answers
     */
    private record Asked(AnsweredProbe probe, ContextFeatures contexts, int place, List<Integer> unwanted) {
        double share(Weights answers) {
            return unwanted.stream().mapToDouble(answers::at).sum();
        }

        double after(SelectionForecast selection) {
            Weights after = selection.trajectory().end().at(contexts, place);
            return share(probe.answers(selection.prior(), after));
        }
    }

    static UnwantedAnswers read(Inoculator inoculator, List<String> prompts) {
        Map<String, List<Asked>> under = new LinkedHashMap<>();
        prompts.forEach(prompt -> under.put(prompt, ask(inoculator, new Prompted(prompt).turns(List.of()))));
        return new UnwantedAnswers(ask(inoculator, List.of()), under);
    }

    private static List<Asked> ask(Inoculator inoculator, List<Turn> before) {
        List<BehaviourProbe> probes = inoculator.probes().listed();
        List<Probe> questions = probes.stream().map(BehaviourProbe::probe).toList();
        ProbeReader reader = new ProbeReader(inoculator.scorer().frames(), before);
        List<AnsweredProbe> answered = reader.answered(inoculator.scorer().cast(), questions);
        ContextFeatures contexts =
                inoculator.contexts().all(questions.stream().map(reader::asked).toList());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            BehaviourProbe probe = probes.get(i);
            asked.add(new Asked(
                    answered.get(i),
                    contexts,
                    i,
                    inoculator.probes().unwanted().stream()
                            .flatMap(behaviour -> probe.showing(behaviour).stream())
                            .toList()));
        }
        return asked;
    }

    /** After training, where no prompt stands before the probe. */
    double absent(SelectionForecast selection) {
        return mean(plain, Asked::after, selection);
    }

    /** What happens where a prompt recurs after training under it; nothing where the probes were not read with it. */
    Optional<InoculationResult.Trigger> trigger(String prompt, SelectionForecast selection) {
        return Optional.ofNullable(under.get(prompt))
                .map(asked -> new InoculationResult.Trigger(
                        mean(asked, (probe, _) -> probe.share(probe.probe().today()), selection),
                        mean(asked, Asked::after, selection),
                        under.entrySet().stream()
                                .filter(other -> !other.getKey().equals(prompt))
                                .map(other -> mean(other.getValue(), Asked::after, selection))
                                .max(Double::compare)));
    }

    private static double mean(
            List<Asked> asked, BiFunction<Asked, SelectionForecast, Double> share, SelectionForecast selection) {
        return asked.stream()
                .mapToDouble(probe -> share.apply(probe, selection))
                .average()
                .orElse(0);
    }
}
