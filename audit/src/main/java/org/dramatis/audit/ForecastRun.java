package org.dramatis.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.forecast.AnswerForecaster;
import org.dramatis.audit.forecast.ProbeForecaster;
import org.dramatis.audit.forecast.RivalForecasts;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.Subject;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.store.data.DataSet;

/**
 * What will the assistant do on these probes after training on this data?
 *
 * @param steps amounts of training, one pass over the data where none are given
 * @param ask whether the model is also asked about the assistant in the third person
 */
public record ForecastRun(
        Subject subject, CastScorer scorer, ChatModel model, AuditPlan plan, List<Integer> steps, boolean ask) {
    private static final int DRAWS = 200;

    public ForecastRun {
        steps = List.copyOf(steps);
        plan.probes().requireJudges(scorer.cast());
        for (int each : steps) {
            new TrainingAmount(each, plan.batch(), plan.learningRate());
        }
    }

    public ForecastResult run(DataSet data, Groundwork.Listener listener) {
        Groundwork ground = Groundwork.lay(scorer, model, plan, plan.unwantedPlaces(scorer.cast()), data, listener);
        listener.begins("how it and every persona answer the probes");
        ProbeForecaster probes = ProbeForecaster.read(plan.probes(), scorer, model, ground.contexts(), plan.seed());
        RivalForecasts rivals = ground.rivals(data, model, plan);
        Optional<List<Weights>> said = ask
                ? Optional.of(new ProbeReader(scorer.frames())
                        .told(plan.probes().listed().stream()
                                .map(BehaviourProbe::probe)
                                .toList()))
                : Optional.empty();
        listener.begins("who it becomes");
        List<TrainingAmount> amounts = amounts(ground.examples());
        RatePosterior rate = plan.calibration().at(plan.learningRate());
        List<SelectionForecast> selections = amounts.stream()
                .map(amount -> SelectionForecast.of(
                        ground.prior().prior(),
                        ground.data(),
                        ground.contexts().asked(),
                        amount,
                        rate,
                        DRAWS,
                        plan.seed()))
                .toList();
        return new ForecastResult(
                subject,
                ground.counts(),
                ground.keptOut(),
                plan.calibration(),
                amounts,
                new AnswerForecaster(probes, rivals, selections, plan.seed()).forecast(said),
                leading(selections.getLast()),
                ground.warnings(),
                List.of());
    }

    private PersonaId leading(SelectionForecast selection) {
        List<Estimate> after = selection.moments().getLast().weights();
        int first = IntStream.range(0, after.size())
                .boxed()
                .max(Comparator.comparingDouble((Integer k) -> after.get(k).point()))
                .orElseThrow();
        return scorer.cast().persona(first).id();
    }

    private List<TrainingAmount> amounts(int examples) {
        return steps.isEmpty()
                ? List.of(plan.amount(examples))
                : steps.stream()
                        .sorted()
                        .map(each -> new TrainingAmount(each, plan.batch(), plan.learningRate()))
                        .toList();
    }
}
