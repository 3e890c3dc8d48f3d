package org.dramatis.report.words;

import java.util.Comparator;
import java.util.List;
import org.dramatis.audit.result.BehaviourForecast;

/** Behaviours by how far the training would move them. */
public record Movers(List<BehaviourForecast> behaviours) {
    private static final double WORTH_A_LINE = .01;

    /** Those that move most, the farthest first; those that hardly move are left out however much room there is. */
    public List<BehaviourForecast> farthest(int most) {
        return behaviours.stream()
                .filter(behaviour -> distance(behaviour) >= WORTH_A_LINE)
                .sorted(Comparator.comparingDouble(Movers::distance).reversed())
                .limit(most)
                .toList();
    }

    private static double distance(BehaviourForecast behaviour) {
        return Math.abs(behaviour.after().point() - behaviour.before());
    }
}
