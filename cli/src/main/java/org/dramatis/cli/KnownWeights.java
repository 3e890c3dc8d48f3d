package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.core.number.LogVector;
import org.dramatis.remote.Sameness;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.dramatis.store.evidence.KeptFindings;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights that were met so far behind one address and name, told apart by how likely they find a short text. Evidence of each is
 * kept apart, and found again when they are back.
 *
 * @param said what stands for all that the server says of itself
 */
record KnownWeights(Fingerprint said) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What stands for the weights that find the text so likely. */
    Fingerprint find(EvidenceOptions evidence, LogVector canary) {
        try (KeptEvidence kept = evidence.open(said)) {
            int number = 0;
            for (Optional<LogVector> known = read(kept.findings(), number);
                    known.isPresent();
                    known = read(kept.findings(), number)) {
                if (Sameness.of(known.get(), canary)) {
                    return weights(number);
                }
                number++;
            }
            kept.findings().keep(place(number), JSON.writeValueAsString(canary.toArray()));
            return weights(number);
        }
    }

    private static Optional<LogVector> read(KeptFindings findings, int number) {
        return findings.find(place(number)).map(text -> LogVector.of(JSON.readValue(text, double[].class)));
    }

    private static Fingerprint place(int number) {
        return Fingerprint.of("canary", String.valueOf(number));
    }

    private Fingerprint weights(int number) {
        return Fingerprint.of(said.toString(), String.valueOf(number));
    }
}
