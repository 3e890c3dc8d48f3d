package org.dramatis.audit.unmodelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Cast;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptFindings;

/**
 * How surprising ordinary replies were when that was last measured, kept for those who read single replies.
 *
 * @param kept findings of the model
 * @param alterations of it by the frames of the cast
 */
public record KeptLimit(KeptFindings kept, Alterations alterations) {
    /** Changes with what a limit means. */
    private static final String FORMAT = "1";

    /** @param natsPerToken above which a reply surprises every persona of the cast */
    public void keep(Cast cast, double natsPerToken) {
        kept.keep(asked(cast), Double.toString(natsPerToken));
    }

    /** Empty when nobody measured it for this cast in these frames. */
    public Optional<Double> find(Cast cast) {
        return kept.find(asked(cast)).map(Double::valueOf);
    }

    private Fingerprint asked(Cast cast) {
        List<String> parts = new ArrayList<>(List.of("limit", FORMAT));
        Voice.of(cast).forEach(voice -> parts.add(voice.fingerprint(alterations).toString()));
        return Fingerprint.of(parts.toArray(String[]::new));
    }
}
