package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void everyKeyIsDocumentedAndEveryDocumentedKeyIsThere() throws IOException {
        SortedSet<String> produced = new TreeSet<>(keys(Samples.bad()));
        produced.addAll(keys(Samples.hostile("text")));
        SortedSet<String> documented = DOCUMENTED
                .matcher(Files.readString(Path.of("..", "docs", "report.md")).split("## JSON", -1)[1])
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(produced).isEqualTo(documented);
    }

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

    private static SortedSet<String> keys(AuditResult result) {
        SortedSet<String> keys = new TreeSet<>();
        collect("", JSON.readTree(new JsonReport(result).text()), keys);
        return keys;
    }

    /** The paths to values that have no keys of their own; estimates are documented once, so their paths end at their name. */
    private static void collect(String path, JsonNode node, SortedSet<String> keys) {
        if (node.isObject() && !node.has("point")) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys));
        } else if (node.isArray()) {
            assertThat(node).as(path).isNotEmpty();
            node.forEach(item -> collect(path + "[]", item, keys));
        } else {
            keys.add(path);
        }
    }
}
