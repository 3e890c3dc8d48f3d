package org.dramatis.audit.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.PersonaPair;

/** What a model was seen to tell apart of a cast. Between the personas of a pair that it was not, no verdict distinguishes. */
public record Separation(Cast cast, Confusion confusion) {
    private static final double LEVEL = .95;

    /** A pair counts as told apart when its accuracy is surely above 3/4, half way from guessing to certainty. */
    private static final double MARGIN = .25;

    /** The share of replies that were attributed to who spoke. */
    public Estimate accuracy() {
        return confusion.accuracy(LEVEL);
    }

    /** The pairs that are not told apart: the worst first, those that were never observed last. */
    public List<PersonaPair> alike() {
        return confusion.pairs(LEVEL).stream()
                .filter(pair -> !pair.isToldApart(MARGIN))
                .sorted(Comparator.comparingDouble(Separation::accuracy))
                .toList();
    }

    private static double accuracy(PersonaPair pair) {
        return switch (pair.accuracy()) {
            case Measured.Known<Estimate>(Estimate known) -> known.point();
            case Measured.Unmeasurable<Estimate> _ -> Double.POSITIVE_INFINITY;
        };
    }

    /**
     * What a verdict has to add that relies on these personas.
     *
     * @return empty when the model tells each of them from all others
     */
    public Optional<String> warning(Collection<PersonaId> relied) {
        List<PersonaPair> doubtful = alike().stream()
                .filter(pair -> relied.contains(pair.first()) || relied.contains(pair.second()))
                .toList();
        return doubtful.isEmpty()
                ? Optional.empty()
                : Optional.of("This model was not seen to tell apart "
                        + doubtful.stream()
                                .map(pair -> pair.first() + " and " + pair.second())
                                .collect(Collectors.joining(", "))
                        + ": between these the verdict does not distinguish.");
    }
}
