package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.dramatis.audit.check.KeptCheck;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.stage.world.WorldFile;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model that ships brings along. Another model in its place needs {@code dramatis cast check}, and its finding here. */
class ShippedCheckTest {
    private static final Cast CAST = StageCast.of(WorldFile.shipped(), 1).cast();

    @TempDir
    private Path nothing;

    private Optional<Separation> check(Fingerprint model) {
        Path brought = ShippedModel.folder().resolve(EvidenceOptions.BROUGHT);
        try (KeptEvidence kept = KeptEvidence.open(nothing, model, Optional.of(brought), InstantSource.system())) {
            return new KeptCheck(kept.findings(), Alterations.NONE).find(CAST);
        }
    }

    @Test
    void theModelThatShipsWasSeenToTellThePersonasOfItsWorldApart() {
        Separation check =
                check(EvidenceOptions.fingerprint(ShippedModel.folder())).orElseThrow();

        assertThat(check.confusion().total()).isEqualTo(20L * CAST.size());
        assertThat(check.accuracy().interval().low()).isGreaterThan(.9);
        assertThat(check.alike()).isEmpty();
    }

    @Test
    void nothingIsSaidOfAnotherModel() {
        assertThat(check(Fingerprint.of("another model"))).isEmpty();
    }
}
