package org.dramatis.audit.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.result.Moment;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TemperedBayes;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.Trajectory;

/**
 * How the weights move over a training, as forecast and as it might have been: on a bootstrap sample of the chats, at a rate drawn
 * from its posterior.
 *
 * @param draws trajectories as they might have been, for the intervals
 */
public record SelectionForecast(
        Weights prior,
        TrainingSignal signal,
        TrainingPlan plan,
        RatePosterior rate,
        Trajectory<Weights> trajectory,
        List<Trajectory<Weights>> draws) {
    /** Moments between the start and the end of a training. */
    private static final int MOMENTS = 10;

    private static final double LEVEL = .95;

    /** How often each row counts; Bayes' rule at full strength would be certain after a few. */
    private static final double USUAL_TAU = .05;

    public SelectionForecast {
        draws = List.copyOf(draws);
    }

    /** @param draws how many trajectories make the intervals */
    public static SelectionForecast of(
            Weights prior, ScoredData data, TrainingAmount amount, RatePosterior rate, int draws, long seed) {
        TrainingSignal signal = data.signal(prior);
        TrainingPlan plan = TrainingPlan.inOrder(signal.examples(), amount.batch(), amount.steps())
                .recordedEvery(Math.ceilDiv(amount.steps(), MOMENTS));
        Clusters chats = data.chats();
        List<Trajectory<Weights>> drawn = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> drawn(prior, signal, chats, plan, rate, new SplittableRandom(seed + draw)))
                .toList();
        return new SelectionForecast(
                prior,
                signal,
                plan,
                rate,
                Selection.run(prior, signal, plan, rate.estimate(LEVEL).point()),
                drawn);
    }

    private static Trajectory<Weights> drawn(
            Weights prior,
            TrainingSignal signal,
            Clusters chats,
            TrainingPlan plan,
            RatePosterior rate,
            RandomGenerator random) {
        return Selection.run(prior, signal, plan.with(chats.resample(random)), rate.draw(random));
    }

    /** The weights on the way, with their intervals. */
    public List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < trajectory.checkpoints().size(); i++) {
            int moment = i;
            moments.add(new Moment(
                    trajectory.checkpoints().get(i).step(),
                    IntStream.range(0, prior.size())
                            .mapToObj(k -> weight(moment, k))
                            .toList()));
        }
        return moments;
    }

    private Estimate weight(int moment, int persona) {
        return new Estimate(
                trajectory.checkpoints().get(moment).state().at(persona),
                Quantiles.interval(
                        draws.stream()
                                .mapToDouble(draw ->
                                        draw.checkpoints().get(moment).state().at(persona))
                                .toArray(),
                        LEVEL));
    }

    /** What some personas hold together after the training. */
    public Estimate heldAfter(List<Integer> personas) {
        return new Estimate(
                held(trajectory.end(), personas),
                Quantiles.interval(
                        draws.stream()
                                .mapToDouble(draw -> held(draw.end(), personas))
                                .toArray(),
                        LEVEL));
    }

    private static double held(Weights weights, List<Integer> personas) {
        return personas.stream().mapToDouble(weights::at).sum();
    }

    /** The same training by Bayes' rule for one character behind all data. */
    public Weights tempered() {
        return TemperedBayes.run(prior, signal, plan, USUAL_TAU).end();
    }

    /** What follows for behaviour at the end of the training. */
    public Forecast behaviour() {
        return new Forecast(
                prior, trajectory.end(), draws.stream().map(Trajectory::end).toList());
    }
}
