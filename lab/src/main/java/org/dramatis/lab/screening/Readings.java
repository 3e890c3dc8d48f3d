package org.dramatis.lab.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Correlation;
import org.dramatis.core.calibration.Pair;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.dramatis.core.screening.ScreeningAgreement;

/**
 * The same replies to first order and exactly.
 *
 * @param exact of each, for the personas that were read to first order, in their order
 */
record Readings(List<FirstOrderEvidence> firstOrder, List<LogVector> exact) {
    Readings {
        firstOrder = List.copyOf(firstOrder);
        exact = List.copyOf(exact);
    }

    /** As if casts had only some of the personas: many casts at random, each with the replies whose exact top is in it. */
    Readings ofSmallCasts(int size, int casts, RandomGenerator random) {
        List<FirstOrderEvidence> first = new ArrayList<>();
        List<LogVector> same = new ArrayList<>();
        for (int i = 0; i < casts; i++) {
            List<Integer> all = new ArrayList<>(
                    IntStream.range(0, exact.getFirst().size()).boxed().toList());
            Collections.shuffle(all, random);
            List<Integer> some = all.subList(0, size);
            for (int reply = 0; reply < exact.size(); reply++) {
                if (some.contains(exact.get(reply).argMax())) {
                    FirstOrderEvidence whole = firstOrder.get(reply);
                    first.add(new FirstOrderEvidence(
                            some.stream().map(whole.personas()::get).toList(), only(whole.scores(), some)));
                    same.add(only(exact.get(reply), some));
                }
            }
        }
        return new Readings(first, same);
    }

    private static LogVector only(LogVector all, List<Integer> some) {
        return LogVector.of(some.stream().mapToDouble(all::at).toArray());
    }

    /** The share of the replies whose top persona is the same. */
    double sameTop() {
        return agreement().sameTop().share();
    }

    /** Pooled, each reply less its mean. */
    double correlation() {
        return agreement().correlation().orElseThrow();
    }

    private ScreeningAgreement agreement() {
        return ScreeningAgreement.of(firstOrder, exact);
    }

    /** Of ranks within a reply, the mean over replies. */
    double rankCorrelation() {
        return IntStream.range(0, exact.size())
                .mapToDouble(reply -> ranked(firstOrder.get(reply).scores(), exact.get(reply)))
                .average()
                .orElseThrow();
    }

    /** Whoever to first order tells nobody apart agrees with nothing. */
    private static double ranked(LogVector first, LogVector exact) {
        List<Pair> pairs = IntStream.range(0, exact.size())
                .mapToObj(k -> new Pair(first.at(k), exact.at(k)))
                .toList();
        return switch (Correlation.spearman(pairs)) {
            case Measured.Known<Double>(Double rho) -> rho;
            case Measured.Unmeasurable<Double> _ -> 0;
        };
    }

    /** The share of the replies whose exact top is among so many of the highest to first order. */
    double recall(int survivors) {
        return IntStream.range(0, exact.size())
                        .filter(reply -> place(
                                        firstOrder.get(reply).scores(),
                                        exact.get(reply).argMax())
                                < survivors)
                        .count()
                / (double) exact.size();
    }

    /** How many stand before it: whoever is as high does. */
    private static int place(LogVector scores, int persona) {
        return (int) IntStream.range(0, scores.size())
                .filter(k -> k != persona && scores.at(k) >= scores.at(persona))
                .count();
    }
}
