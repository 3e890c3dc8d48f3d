package org.dramatis.lab.rows;

import java.util.List;
import org.dramatis.core.calibration.CalibrationMap;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;

/** Scores of one way as probabilities, each through a map that was fitted to trials of other mixtures and other seeds only. */
record MappedScores(List<RowTrial> trials, Way way) {
    MappedScores {
        trials = List.copyOf(trials);
    }

    /** What a trial's rows are told. */
    List<Labelled> of(RowTrial trial) {
        return through(
                LogisticMap.fit(trials.stream()
                        .filter(other -> !other.mixture().equals(trial.mixture()) && other.seed() != trial.seed())
                        .flatMap(other -> other.by(way).stream())
                        .toList()),
                trial.by(way));
    }

    /** Fitted to all trials, to be used on other data. */
    LogisticMap map() {
        return LogisticMap.fit(
                trials.stream().flatMap(trial -> trial.by(way).stream()).toList());
    }

    static List<Labelled> through(CalibrationMap map, List<Labelled> scores) {
        return scores.stream()
                .map(score -> new Labelled(map.probability(score.score()), score.happened()))
                .toList();
    }
}
