package org.dramatis.audit.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.KnownReply;
import org.junit.jupiter.api.Test;

class SeparationTest {
    private static final PersonaId KIND = new PersonaId("kind");
    private static final PersonaId SLY = new PersonaId("sly");
    private static final PersonaId GRIM = new PersonaId("grim");
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("kind", "Kind."),
            Persona.character("sly", "Sly."),
            Persona.character("grim", "Grim."),
            Persona.document("text", "Text."));

    /** Of a hundred replies each, how many of those of the sly are taken for the grim. */
    private static Separation slyTakenForGrim(int times) {
        List<KnownReply> replies = new ArrayList<>();
        for (Persona persona : CAST.personas()) {
            for (int i = 0; i < 100; i++) {
                PersonaId taken = persona.id().equals(SLY) && i < times ? GRIM : persona.id();
                double[] logs = new double[CAST.size()];
                Arrays.fill(logs, -9);
                logs[CAST.indexOf(taken)] = -1;
                EpisodeId id = new EpisodeId(persona.id() + "#" + i);
                replies.add(new KnownReply(persona.id(), new Evidence.Scored(id, LogVector.of(logs), 1)));
            }
        }
        return new Separation(CAST, Confusion.of(CAST, Weights.uniform(CAST.size()), replies));
    }

    @Test
    void whereAllAreToldApartThereIsNothingToWarnOf() {
        Separation separation = slyTakenForGrim(2);

        assertThat(separation.alike()).isEmpty();
        assertThat(separation.warning(List.of(KIND, SLY, GRIM))).isEmpty();
    }

    @Test
    void aVerdictThatReliesOnOneOfAPairIsWarned() {
        Separation separation = slyTakenForGrim(90);

        assertThat(separation.alike())
                .singleElement()
                .satisfies(
                        pair -> assertThat(List.of(pair.first(), pair.second())).containsExactly(SLY, GRIM));
        assertThat(separation.warning(List.of(GRIM)))
                .hasValueSatisfying(warning -> assertThat(warning).contains("sly and grim"));
        assertThat(separation.warning(List.of(KIND))).isEmpty();
    }
}
