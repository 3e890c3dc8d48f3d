package org.dramatis.audit.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.Voice;
import org.dramatis.audit.result.ScreenedOut;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Score;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Linear}, where first order is exact. */
class FirstOrderTest {
    private static final Inspectable INSIDE = Linear.MODEL.inside().orElseThrow();
    private static final List<Episode> OWN = List.of(said("one?", "red"), said("two?", "bluered"));

    private static Episode said(String question, String reply) {
        return new Episode(new EpisodeId(question + reply), List.of(new Turn(Turn.Role.USER, question)), reply);
    }

    private static FirstOrder contrasted() {
        return FirstOrder.of(Linear.CAST, Linear.MODEL, INSIDE, OWN, Optional.empty())
                .orElseThrow();
    }

    @Test
    void ofALinearModelItIsTheExactEvidenceAgainstTheBareAssistant() {
        List<Episode> replies =
                List.of(said("one?", "red"), said("two?", "bluebluegreen"), said("one?", "greenlogred"));
        FirstOrder read = FirstOrder.plain(
                        Linear.CAST, Linear.MODEL, INSIDE, List.of(Site.after(2)), OWN, Optional.empty())
                .orElseThrow();

        List<FirstOrderEvidence> found = read.evidence(replies);
        List<Evidence> exact = new CastScorer(Linear.CAST, Linear.MODEL).evidence(replies);

        assertThat(read.vectors().personas().toString()).isEqualTo("[red, blue, green]");
        for (int i = 0; i < replies.size(); i++) {
            Episode reply = replies.get(i);
            double bare = ((Score.Scored) Linear.MODEL
                            .scorer()
                            .score(List.of(
                                    Linear.MODEL.framing().passage(new Voice.Bare(), reply.context(), reply.reply())))
                            .getFirst())
                    .total();
            for (int k = 0; k < 3; k++) {
                assertThat(found.get(i).scores().at(k))
                        .isCloseTo(
                                ((Evidence.Scored) exact.get(i))
                                                .logLikelihoods()
                                                .at(k)
                                        - bare,
                                within(1e-5));
            }
        }
    }

    @Test
    void repliesThatTheModelCannotReadAreLeftOut() {
        assertThat(contrasted().evidence(List.of(said("one?", "red".repeat(30)), said("one?", "blue"))))
                .hasSize(1)
                .first()
                .extracting(FirstOrderEvidence::top)
                .isEqualTo(new PersonaId("blue"));
    }

    @Test
    void keptVectorsAreThoseThatWereComputed(@TempDir Path folder) {
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of("linear"), () -> Instant.EPOCH)) {
            Optional<FirstOrder> first =
                    FirstOrder.of(Linear.CAST, Linear.MODEL, INSIDE, OWN, Optional.of(kept.findings()));
            Optional<FirstOrder> again =
                    FirstOrder.of(Linear.CAST, Linear.MODEL, INSIDE, OWN, Optional.of(kept.findings()));

            assertThat(again.orElseThrow().evidence(OWN))
                    .isEqualTo(first.orElseThrow().evidence(OWN))
                    .isEqualTo(contrasted().evidence(OWN));
        }
    }

    @Test
    void theNearestSurviveAndTheOthersKeepTheirReadingAlone() {
        List<Episode> data = List.of(said("one?", "blue"), said("two?", "blue"), said("one?", "blue"));

        Survivors survivors = screener(1, Set.of(), Set.of()).screen(data, data).orElseThrow();

        assertThat(ids(survivors)).containsExactly("blue", "log");
        assertThat(survivors.screened().survivors()).isEqualTo(2);
        assertThat(survivors.screened().replies()).isEqualTo(3);
        assertThat(survivors.screened().out())
                .containsExactly(
                        new ScreenedOut(new PersonaId("red"), false, 0, 0),
                        new ScreenedOut(new PersonaId("green"), false, 0, 0));
        assertThat(survivors.screened().ofData()).isZero();
    }

    @Test
    void whoIsLeftOutHoldsAShareThatIsTold() {
        List<Episode> data = List.of(said("one?", "blue"), said("two?", "blue"), said("one?", "green"));

        Survivors survivors = screener(1, Set.of(), Set.of())
                .screen(data, List.of(said("one?", "green"), said("two?", "blue")))
                .orElseThrow();

        assertThat(survivors.screened().ofData()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(survivors.screened().ofOwn()).isEqualTo(.5);
    }

    @Test
    void theNamedAndTheFearedSurvive() {
        List<Episode> data = List.of(said("one?", "blue"), said("two?", "blue"));

        assertThat(ids(screener(1, Set.of(new PersonaId("green")), Set.of())
                        .screen(data, data)
                        .orElseThrow()))
                .containsExactly("blue", "green", "log");
        assertThat(ids(screener(1, Set.of(), Set.of(new PersonaId("red")))
                        .screen(data, data)
                        .orElseThrow()))
                .containsExactly("red", "blue", "log");
        assertThat(screener(3, Set.of(), Set.of()).screen(data, data)).isEmpty();
    }

    private static Screener screener(int most, Set<PersonaId> named, Set<PersonaId> feared) {
        return new Screener(Linear.CAST, contrasted(), most, named, feared);
    }

    private static List<String> ids(Survivors survivors) {
        return survivors.cast().personas().stream()
                .map(Persona::id)
                .map(PersonaId::value)
                .toList();
    }
}
