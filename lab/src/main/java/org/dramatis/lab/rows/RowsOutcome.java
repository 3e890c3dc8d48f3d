package org.dramatis.lab.rows;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dramatis.core.calibration.BrierScore;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.calibration.Ranking;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Student;

/** How well each way put wrong rows above the others, over the seeds. */
public record RowsOutcome(List<Ranked> seeds) {
    private static final double LEVEL = .95;

    /** Right rows that a threshold mistakes at most. */
    private static final double MISTAKEN = .01;

    /** What the probability of an audit is by itself: a map that changes nothing. */
    static final LogisticMap AS_COMPUTED = new LogisticMap(1, 0);

    public RowsOutcome {
        seeds = List.copyOf(seeds);
    }

    List<RowTrial> trials() {
        return seeds.stream().flatMap(seed -> seed.trials().stream()).toList();
    }

    private List<RowTrial> trials(Mixture mixture) {
        return trials().stream()
                .filter(trial -> trial.mixture().equals(mixture))
                .toList();
    }

    Estimate averagePrecision(Mixture mixture, Way way) {
        return overSeeds(mixture, trial -> known(new Ranking(trial.by(way)).averagePrecision()));
    }

    Estimate recall(Mixture mixture, Way way) {
        return overSeeds(mixture, trial -> known(new Ranking(trial.by(way)).recallAtFalsePositiveRate(MISTAKEN)));
    }

    /** Of the rows of one speaker, where they are among right ones. */
    Estimate recall(Mixture mixture, Way way, PersonaId speaker) {
        return overSeeds(
                mixture, trial -> known(new Ranking(trial.by(way, speaker)).recallAtFalsePositiveRate(MISTAKEN)));
    }

    /** Who says the wrong rows of a mixture. */
    List<PersonaId> wrongSpeakers(Mixture mixture) {
        return trials(mixture).stream()
                .flatMap(trial -> trial.wrongSpeakers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Of probabilities that a map fitted elsewhere makes of the scores. */
    Estimate brier(Mixture mixture, Way way) {
        MappedScores mapped = new MappedScores(trials(), way);
        return overSeeds(mixture, trial -> brier(mapped.of(trial)));
    }

    /** Of the probability that the audit computes. */
    Estimate brierAsComputed(Mixture mixture) {
        return overSeeds(mixture, trial -> brier(MappedScores.through(AS_COMPUTED, trial.by(Way.PROBABILITY))));
    }

    private static double brier(List<Labelled> probabilities) {
        return BrierScore.of(probabilities, 1).score();
    }

    Estimate rowsPerSecond(Way way) {
        return Student.mean(
                LEVEL,
                seeds.stream()
                        .mapToDouble(seed -> seed.rowsPerSecond().getOrDefault(way, 0.0))
                        .toArray());
    }

    private Estimate overSeeds(Mixture mixture, ToDoubleFunction<RowTrial> measure) {
        return Student.mean(LEVEL, trials(mixture).stream().mapToDouble(measure).toArray());
    }

    private static double known(Measured<Double> measured) {
        return switch (measured) {
            case Measured.Known<Double>(Double value) -> value;
            case Measured.Unmeasurable<Double>(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
