package org.dramatis.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.separation.Confusion;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCheckTest {
    private static final PersonaId GRIM = new PersonaId("grim");

    @TempDir
    private Path folder;

    private static Cast cast(String grim, String... frames) {
        return Cast.withUniformPrior(
                Persona.character("kind", "Kind.", new Frame.Portrait("I am kind")),
                Persona.character("sly", "Sly.", new Frame.Portrait("I am sly")),
                Persona.character(
                        "grim",
                        grim,
                        List.of(frames).stream().map(Frame.Portrait::new).toArray(Frame[]::new)),
                Persona.document("text", "Text.", new Frame.Portrait("text")));
    }

    /** Half of what the grim say is taken for the sly. */
    private static Separation separation(Cast cast) {
        return new Separation(
                cast,
                Confusion.counted(
                        cast,
                        List.of(
                                List.of(40L, 0L, 0L, 0L),
                                List.of(0L, 40L, 0L, 0L),
                                List.of(0L, 20L, 20L, 0L),
                                List.of(0L, 0L, 0L, 40L)),
                        2));
    }

    private Optional<Separation> kept(Cast checked, String model, Cast asked) {
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of("one"), InstantSource.system())) {
            new KeptCheck(kept.findings(), Alterations.NONE).keep(separation(checked));
        }
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of(model), InstantSource.system())) {
            return new KeptCheck(kept.findings(), Alterations.NONE).find(asked);
        }
    }

    @Test
    void whatWasSeenIsReadBackAndWarnsByBothNames() {
        Cast cast = cast("Grim.", "I am grim", "Call me grim");

        Separation again = kept(cast, "one", cast).orElseThrow();

        assertThat(again.confusion().counts())
                .isEqualTo(separation(cast).confusion().counts());
        assertThat(again.confusion().unscorable()).isEqualTo(2);
        assertThat(new Reliance(Optional.of(again)).warnings(List.of(GRIM)))
                .singleElement()
                .asString()
                .contains("sly and grim");
        assertThat(new Reliance(Optional.of(again)).warnings(List.of(new PersonaId("kind"))))
                .isEmpty();
        assertThat(new Reliance(Optional.of(again)).foundation())
                .contains(String.format(
                        Locale.ROOT,
                        "%.0f %% of %d replies",
                        100 * separation(cast).accuracy().point(),
                        separation(cast).confusion().total()));
    }

    @Test
    void aCheckInMoreFramesIsGoodForFewer() {
        assertThat(kept(cast("Grim.", "I am grim", "Call me grim"), "one", cast("Grim.", "I am grim")))
                .isPresent();
        assertThat(kept(cast("Grim.", "I am grim"), "one", cast("Grim.", "I am grim", "Call me grim")))
                .isEmpty();
    }

    @Test
    void anotherModelOrCastWasNotChecked() {
        Cast cast = cast("Grim.", "I am grim");

        assertThat(kept(cast, "another", cast)).isEmpty();
        assertThat(kept(cast, "one", cast("Grimmer.", "I am grim"))).isEmpty();
        assertThat(kept(cast, "one", cast("Grim.", "I am grimmer"))).isEmpty();
        assertThat(new Reliance(Optional.empty()).warnings(List.of(GRIM))).isEmpty();
        assertThat(new Reliance(Optional.empty()).foundation()).contains("Nobody has checked", "dramatis cast check");
    }
}
