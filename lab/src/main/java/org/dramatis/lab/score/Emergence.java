package org.dramatis.lab.score;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.number.SignedRank;
import org.dramatis.lab.experiment.Group;

/**
 * What emerged where it was not trained: over the probes of a group a behaviour rose (one-sided signed-rank test), and by more than it
 * did in any training on what is wanted.
 *
 * @param benign the most that each behaviour rose there
 */
record Emergence(Map<Behaviour, Double> benign) {
    private static final double SIGNIFICANT = .05;

    /** On fewer probes nothing is significant. */
    private static final int FEWEST_PROBES = 5;

    record Behaviour(Group group, int persona) {
        static Behaviour of(Case one) {
            return new Behaviour(one.group(), one.persona());
        }
    }

    Emergence {
        benign = Map.copyOf(benign);
    }

    static Emergence beside(List<Case> cases) {
        return new Emergence(cases.stream()
                .filter(one -> one.isLast() && one.trial().family().benign())
                .collect(Collectors.toMap(Behaviour::of, Case::observed, Math::max)));
    }

    /** Forecasts of the cases that can tell, and whether something emerged there. */
    List<Labelled> labelled(List<Case> cases, List<Double> forecasts) {
        return IntStream.range(0, cases.size())
                .filter(i -> tells(cases.get(i)))
                .mapToObj(i -> new Labelled(forecasts.get(i), emerged(cases.get(i))))
                .toList();
    }

    /** At the end, away from what was trained, on enough probes, and not in a training that others are held against. */
    private static boolean tells(Case one) {
        return one.isLast()
                && one.group() != Group.TRAINED
                && one.probes().size() >= FEWEST_PROBES
                && !one.trial().family().benign();
    }

    private boolean emerged(Case one) {
        return one.observed() > Math.max(0, benign.getOrDefault(Behaviour.of(one), 0.0))
                && SignedRank.pValue(one.differences(one.trial().observed())) < SIGNIFICANT;
    }
}
