package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.result.Moment;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.Field;
import org.dramatis.core.selection.FieldSelection;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.TemperedBayes;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.Trajectory;

/**
 * How the weights move over a training, as forecast and as it might have been: from a draw of the prior, on a bootstrap sample of the
 * chats, at a rate drawn from its posterior. Training on a prompt moves who speaks there more than elsewhere; who the assistant is, is who it is on average
 * where it is asked.
 *
 * @param prior who the assistant is today
 * @param asked where the assistant is asked who it is
 * @param draws trajectories as they might have been, for the intervals
 */
public record SelectionForecast(
        Weights prior,
        TrainingSignal signal,
        ContextFeatures asked,
        TrainingPlan plan,
        RatePosterior rate,
        Trajectory<Field> trajectory,
        List<Trajectory<Field>> draws) {
    /** Moments between the start and the end of a training. */
    private static final int MOMENTS = 10;

    private static final double LEVEL = .95;

    /** Rows that all draws together may read: a long training is drawn less often, so that its price stays within minutes. */
    private static final long ROWS_READ = 40_000_000;

    private static final int FEWEST_DRAWS = 40;

    /** How often each row counts; Bayes' rule at full strength would be certain after a few. */
    private static final double USUAL_TAU = .05;

    public SelectionForecast {
        draws = List.copyOf(draws);
    }

    /** @param draws how many trajectories make the intervals, fewer of a long training */
    public static SelectionForecast of(
            Prior prior,
            ScoredData data,
            ContextFeatures asked,
            TrainingAmount amount,
            RatePosterior rate,
            int draws,
            long seed) {
        TrainingSignal signal = data.signal(prior.best());
        TrainingPlan plan = TrainingPlan.inOrder(signal.examples(), amount.batch(), amount.steps())
                .recordedEvery(Math.ceilDiv(amount.steps(), MOMENTS));
        long affordable = ROWS_READ / ((long) amount.batch() * amount.steps());
        List<Trajectory<Field>> drawn = IntStream.range(
                        0, Math.min(draws, Math.clamp(affordable, FEWEST_DRAWS, Integer.MAX_VALUE)))
                .parallel()
                .mapToObj(draw -> drawn(prior.draw(draw), data, plan, rate, new SplittableRandom(seed + draw)))
                .toList();
        return new SelectionForecast(
                prior.best(),
                signal,
                asked,
                plan,
                rate,
                FieldSelection.run(
                        prior.best(),
                        signal,
                        data.contexts(),
                        plan,
                        rate.estimate(LEVEL).point()),
                drawn);
    }

    private static Trajectory<Field> drawn(
            Weights prior, ScoredData data, TrainingPlan plan, RatePosterior rate, RandomGenerator random) {
        return FieldSelection.run(
                prior,
                data.signal(prior),
                data.contexts(),
                plan.with(data.chats().resample(random)),
                rate.draw(random));
    }

    /** The weights on the way, with their intervals. */
    public List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < trajectory.checkpoints().size(); i++) {
            int moment = i;
            Weights forecast = who(trajectory.checkpoints().get(i).state());
            List<Weights> drawn = draws.stream()
                    .map(draw -> who(draw.checkpoints().get(moment).state()))
                    .toList();
            moments.add(new Moment(
                    trajectory.checkpoints().get(i).step(),
                    IntStream.range(0, prior.size())
                            .mapToObj(k -> new Estimate(
                                    forecast.at(k),
                                    Quantiles.interval(
                                            drawn.stream()
                                                    .mapToDouble(weights -> weights.at(k))
                                                    .toArray(),
                                            LEVEL)))
                            .toList()));
        }
        return moments;
    }

    /** What some personas hold together after the training. */
    public Estimate heldAfter(List<Integer> personas) {
        return new Estimate(
                held(who(trajectory.end()), personas),
                Quantiles.interval(
                        draws.stream()
                                .mapToDouble(draw -> held(who(draw.end()), personas))
                                .toArray(),
                        LEVEL));
    }

    private static double held(Weights weights, List<Integer> personas) {
        return personas.stream().mapToDouble(weights::at).sum();
    }

    private Weights who(Field field) {
        return field.mean(asked);
    }

    /** The same training by Bayes' rule for one character behind all data. */
    public Weights tempered() {
        return TemperedBayes.run(prior, signal, plan, USUAL_TAU).end();
    }

    /** What follows for behaviour in one of some contexts at the end of the training. */
    public Forecast behaviour(ContextFeatures contexts, int place) {
        return new Forecast(
                prior,
                trajectory.end().at(contexts, place),
                draws.stream()
                        .map(draw -> new Forecast.Draw(
                                draw.start().at(contexts, place), draw.end().at(contexts, place)))
                        .toList());
    }
}
