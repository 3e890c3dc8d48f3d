package org.dramatis.report.words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Moment;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.Standing;

/** Which personas are worth showing where there is no room for all. Personas are named by their places in the cast. */
public record Prominence(AuditResult result) {
    /** A weight below it is nothing to look at in a table, and is hidden by the line of a picture. */
    private static final double IN_A_TABLE = .01;

    private static final double IN_A_PICTURE = .05;

    /** One column of a picture has nothing to be held against. */
    private static final int FEWEST = 4;

    /** All, by their weight after the training. */
    public List<Integer> byWeight() {
        return places(Comparator.comparingDouble((Integer place) -> after(place)))
                .toList();
    }

    /** Those of some weight today, on the way or afterwards, by their weight after the training. */
    public List<Integer> onTheWay(int most) {
        return kept(places(Comparator.comparingDouble(this::highest))
                .filter(place -> highest(place) >= IN_A_PICTURE)
                .limit(most));
    }

    /** Those of some weight today or afterwards, or that explain some of the data, by their weight after the training. */
    public List<Integer> inATable(int most) {
        return kept(places(Comparator.comparingDouble(this::largest))
                .filter(place -> largest(place) >= IN_A_TABLE)
                .limit(most));
    }

    /** Those that may well have said some of the rows, and a few for comparison; the unwanted before the others. */
    public List<Integer> speaking(List<RankedRow> rows, int most) {
        List<Integer> likeliest = places(Comparator.comparingDouble(place -> likeliest(place, rows)))
                .toList();
        long speaking = likeliest.stream()
                .filter(place -> likeliest(place, rows) >= IN_A_PICTURE)
                .count();
        return likeliest.stream()
                .limit(Math.min(most, Math.max(FEWEST, speaking)))
                .sorted(Comparator.comparing(
                        place -> !result.standings().get(place).unwanted()))
                .toList();
    }

    private Stream<Integer> places(Comparator<Integer> smallestFirst) {
        return IntStream.range(0, result.standings().size()).boxed().sorted(smallestFirst.reversed());
    }

    private List<Integer> kept(Stream<Integer> places) {
        return places.collect(Collectors.collectingAndThen(
                Collectors.toSet(),
                kept -> byWeight().stream().filter(kept::contains).toList()));
    }

    private double after(int place) {
        return result.standings().get(place).after().point();
    }

    private double largest(int place) {
        Standing standing = result.standings().get(place);
        return Math.max(standing.share(), Math.max(standing.before().point(), after(place)));
    }

    private double highest(int place) {
        return result.trajectory().stream()
                .map(Moment::weights)
                .mapToDouble(weights -> weights.get(place).point())
                .max()
                .orElse(0);
    }

    private static double likeliest(int place, List<RankedRow> rows) {
        return rows.stream().mapToDouble(row -> row.personas().get(place)).max().orElse(0);
    }
}
