package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.dramatis.audit.result.AuditResult;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void numbersAreWrittenInFull() {
        AuditResult result = Samples.bad();
        JsonNode report = JSON.readTree(new JsonReport(result).text());
        assertThat(report.at("/personas/6/after/point").doubleValue())
                .isEqualTo(result.standings().get(6).after().point());
        assertThat(report.at("/rows/0/tokens/3/nats").doubleValue())
                .isEqualTo(result.rows().getFirst().tokens().get(3).nats());
    }

    @Test
    void theSameResultGivesTheSameBytes() {
        assertThat(new JsonReport(Samples.bad()).text()).isEqualTo(new JsonReport(Samples.bad()).text());
    }

    @Test
    void hostileTextsComeBackAsTheyWere() {
        String text = new JsonReport(Samples.hostile(Samples.HOSTILE)).text();
        assertThat(text.chars()).allMatch(character -> character == '\n' || (character >= ' ' && character < 127));
        assertThat(JSON.readTree(text).at("/rows/0/reply").stringValue()).isEqualTo(Samples.HOSTILE);
    }

    @Test
    void anEndThatAnIntervalLacksIsNull() {
        JsonNode report = JSON.readTree(new JsonReport(Samples.bare()).text());
        assertThat(report.at("/personas/0/evidence/low").isNull()).isTrue();
        assertThat(report.at("/schema").stringValue()).isEqualTo("dramatis/audit/1");
    }

    @Test
    void rowsThatSurpriseEveryPersonaAreCountedByKind() {
        JsonNode unmodelled =
                JSON.readTree(new JsonReport(Samples.bad()).text()).path("unmodelled");
        assertThat(unmodelled.path("capabilities").intValue()).isEqualTo(3);
        assertThat(unmodelled.path("noise").intValue()).isEqualTo(1);
        assertThat(unmodelled.path("undecided").intValue()).isEqualTo(1);
        assertThat(unmodelled.at("/reread/2/kind").stringValue()).isEqualTo("capability");
        assertThat(unmodelled.at("/reread/2/learnable/point").doubleValue()).isEqualTo(.81);
    }
}
