package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.PersonaPair;

/** Who spoke against who is said to have spoken, for readers and for machines. */
record PersonaConfusion(Cast cast, Confusion confusion) {
    private static final double LEVEL = .95;
    private static final double MARGIN = .25;
    private static final int SHOWN_PAIRS = 10;

    void print(PrintWriter out) {
        Estimate accuracy = confusion.accuracy(LEVEL);
        out.printf(
                Locale.ROOT,
                "%.1f %% of %d replies are attributed to who spoke (%.1f-%.1f %%; chance %.1f %%).%n",
                100 * accuracy.point(),
                confusion.total(),
                100 * accuracy.interval().low(),
                100 * accuracy.interval().high(),
                100.0 / cast.size());
        out.printf(
                Locale.ROOT,
                "One reply tells %.2f of %.2f bits about who spoke.%n%n",
                confusion.mutualInformation().corrected(),
                possibleBits());
        for (int i = 0; i < cast.size(); i++) {
            out.printf("%-14s", cast.persona(i).id());
            for (int j = 0; j < cast.size(); j++) {
                out.printf("%4s", confusion.count(i, j) == 0 ? "." : String.valueOf(confusion.count(i, j)));
            }
            out.println();
        }
        printAlike(out);
    }

    private void printAlike(PrintWriter out) {
        List<PersonaPair> alike = alike().stream()
                .sorted(Comparator.comparingDouble(PersonaConfusion::accuracy))
                .toList();
        out.printf("%nNot told apart:%s%n", alike.isEmpty() ? " none" : "");
        alike.stream().limit(SHOWN_PAIRS).forEach(pair -> out.println("  " + pair.first() + " and " + pair.second()));
        if (alike.size() > SHOWN_PAIRS) {
            out.println("  and " + (alike.size() - SHOWN_PAIRS) + " more; --json lists all");
        }
    }

    /** A pair that was never observed comes after those that were. */
    private static double accuracy(PersonaPair pair) {
        return switch (pair.accuracy()) {
            case Measured.Known<Estimate>(Estimate known) -> known.point();
            case Measured.Unmeasurable<Estimate> _ -> Double.POSITIVE_INFINITY;
        };
    }

    private List<PersonaPair> alike() {
        return confusion.pairs(LEVEL).stream()
                .filter(pair -> !pair.isToldApart(MARGIN))
                .toList();
    }

    Map<String, Object> figures() {
        Estimate accuracy = confusion.accuracy(LEVEL);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("personas", cast.size());
        figures.put("replies", confusion.total());
        figures.put("unscorable", confusion.unscorable());
        figures.put("accuracy", accuracy.point());
        figures.put(
                "accuracy_interval",
                List.of(accuracy.interval().low(), accuracy.interval().high()));
        figures.put("bits", confusion.mutualInformation().corrected());
        figures.put("bits_possible", possibleBits());
        figures.put(
                "order",
                cast.personas().stream().map(persona -> persona.id().value()).toList());
        figures.put("confusion", counts());
        figures.put(
                "not_told_apart",
                alike().stream()
                        .map(pair -> List.of(pair.first().value(), pair.second().value()))
                        .toList());
        return figures;
    }

    private List<List<Long>> counts() {
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i < cast.size(); i++) {
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < cast.size(); j++) {
                row.add(confusion.count(i, j));
            }
            counts.add(row);
        }
        return counts;
    }

    private double possibleBits() {
        return Math.log(cast.size()) / Math.log(2);
    }
}
