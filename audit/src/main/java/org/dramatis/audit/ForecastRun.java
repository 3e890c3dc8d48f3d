package org.dramatis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.audit.forecast.BehaviourForecaster;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.Subject;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
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
    private static final double LEVEL = .95;

    public ForecastRun {
        steps = List.copyOf(steps);
        for (int each : steps) {
            new TrainingAmount(each, plan.batch(), plan.learningRate());
        }
    }

    public ForecastResult run(DataSet data, Groundwork.Listener listener) {
        Groundwork ground = Groundwork.lay(scorer, model, plan, plan.unwantedPlaces(scorer.cast()), data, listener);
        listener.begins("how it and every persona answer the probes");
        ProbeReader reader = new ProbeReader(scorer.frames());
        BehaviourForecaster probes = BehaviourForecaster.read(plan.probes(), scorer.cast(), reader);
        Optional<List<Weights>> said = ask
                ? Optional.of(reader.told(
                        plan.probes().stream().map(BehaviourProbe::probe).toList()))
                : Optional.empty();
        listener.begins("who it becomes");
        List<TrainingAmount> amounts = amounts(ground.examples());
        RatePosterior rate = plan.calibration().at(plan.learningRate());
        List<SelectionForecast> selections = amounts.stream()
                .map(amount -> SelectionForecast.of(ground.before(), ground.data(), amount, rate, DRAWS, plan.seed()))
                .toList();
        return new ForecastResult(
                subject,
                ground.counts(),
                plan.calibration(),
                amounts,
                IntStream.range(0, plan.probes().size())
                        .mapToObj(place -> forecast(place, probes, said, selections))
                        .toList());
    }

    private List<TrainingAmount> amounts(int examples) {
        return steps.isEmpty()
                ? List.of(plan.amount(examples))
                : steps.stream()
                        .sorted()
                        .map(each -> new TrainingAmount(each, plan.batch(), plan.learningRate()))
                        .toList();
    }

    private ProbeForecast forecast(
            int place, BehaviourForecaster probes, Optional<List<Weights>> said, List<SelectionForecast> selections) {
        BehaviourProbe probe = plan.probes().get(place);
        CastAnswers habits = probes.habits().get(place);
        Weights tempered = selections.getLast().tempered();
        List<AnswerForecast> answers = new ArrayList<>();
        for (int b = 0; b < probe.behaviours().size(); b++) {
            int answer = b;
            double today = probes.today().get(place).at(b);
            List<Estimate> after = selections.stream()
                    .map(selection -> after(today, selection.behaviour(), habits, answer))
                    .toList();
            Weights before = selections.getFirst().prior();
            double moved = today + mixed(tempered, habits, b) - mixed(before, habits, b);
            answers.add(new AnswerForecast(
                    probe.probe().answers().get(b),
                    probe.behaviours().get(b),
                    today,
                    said.map(all -> all.get(place).at(answer)),
                    after,
                    Math.clamp(moved, 0, 1)));
        }
        return new ProbeForecast(
                probe.about(), probe.probe().id(), probe.probe().question(), answers);
    }

    private Estimate after(double today, Forecast forecast, CastAnswers habits, int answer) {
        Estimate shift = forecast.shift(habits, answer, LEVEL, new SplittableRandom(plan.seed()));
        Interval interval = shift.interval();
        return new Estimate(
                Math.clamp(today + shift.point(), 0, 1),
                new Interval(
                        Math.clamp(today + interval.low(), 0, 1),
                        Math.clamp(today + interval.high(), 0, 1),
                        interval.level()));
    }

    private static double mixed(Weights weights, CastAnswers habits, int answer) {
        double sum = 0;
        for (int k = 0; k < weights.size(); k++) {
            sum += weights.at(k) * habits.probability(k, answer);
        }
        return sum;
    }
}
