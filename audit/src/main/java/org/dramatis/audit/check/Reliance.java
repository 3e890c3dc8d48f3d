package org.dramatis.audit.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;

/**
 * What a verdict has to add because it relies on a model telling personas apart.
 *
 * @param check what the model was seen to tell apart, where it was checked
 */
public record Reliance(Optional<Separation> check) {
    private static final double LEVEL = .95;
    private static final String UNCHECKED =
            "Nobody has checked whether this model tells these personas apart: 'dramatis cast check' does, given the same model, cast"
                    + " and folder of evidence.";

    /** @param relied the personas that the verdict names */
    public List<String> warnings(Collection<PersonaId> relied) {
        return check.flatMap(separation -> separation.warning(relied)).stream().toList();
    }

    /** What was seen of the model telling these personas apart, or that nobody has looked: a sentence. */
    public String foundation() {
        return check.map(Reliance::seen).orElse(UNCHECKED);
    }

    private static String seen(Separation separation) {
        Estimate accuracy = separation.confusion().accuracy(LEVEL);
        return String.format(
                Locale.ROOT,
                "When this model spoke as each of these personas, %.0f %% of %d replies were attributed to who spoke"
                        + " (%.0f-%.0f %%; 'dramatis cast check').",
                100 * accuracy.point(),
                separation.confusion().total(),
                100 * accuracy.interval().low(),
                100 * accuracy.interval().high());
    }
}
