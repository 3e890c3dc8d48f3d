package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.separation.Confusion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeparationJsonTest {
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("a", "A."), Persona.character("b", "B."), Persona.document("text", "Text."));

    /** Two personas that are taken for each other, and a text that never is for either. */
    @Test
    void programsSeeEveryCountAndAllPairs() {
        List<List<Long>> counts = List.of(List.of(20L, 20L, 0L), List.of(20L, 20L, 0L), List.of(0L, 0L, 40L));

        JsonNode report = new JsonMapper()
                .readTree(new SeparationJson(new Separation(CAST, Confusion.counted(CAST, counts, 2))).text());

        assertThat(report.path("replies").longValue()).isEqualTo(120);
        assertThat(report.path("unscorable").longValue()).isEqualTo(2);
        assertThat(report.path("accuracy").doubleValue()).isCloseTo(80 / 120.0, within(1e-12));
        assertThat(report.path("bits_possible").doubleValue()).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
        assertThat(report.path("confusion").toString()).isEqualTo("[[20,20,0],[20,20,0],[0,0,40]]");
        assertThat(report.path("order").toString()).isEqualTo("[\"a\",\"b\",\"text\"]");
        assertThat(report.path("not_told_apart").toString()).isEqualTo("[[\"a\",\"b\"]]");
    }
}
