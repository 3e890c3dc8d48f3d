package org.dramatis.audit.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;

/**
 * What a verdict has to add because it relies on a model telling personas apart.
 *
 * @param check what the model was seen to tell apart, where it was checked
 */
public record Reliance(Optional<Separation> check) {
    private static final String UNCHECKED =
            "Nobody has checked whether this model tells these personas apart: 'dramatis cast check' does, given the same model, cast"
                    + " and folder of evidence.";

    /** @param relied the personas that the verdict names */
    public List<String> warnings(Collection<PersonaId> relied) {
        return check.map(separation -> separation.warning(relied).stream().toList())
                .orElseGet(() -> List.of(UNCHECKED));
    }
}
