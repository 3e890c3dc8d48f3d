package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.Judged;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.Rivals;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.number.Measured;
import org.dramatis.report.Samples;
import org.dramatis.report.terminal.ForecastLines;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastReportsTest {
    private static final Measured<Double> MISSING = Measured.unmeasurable("nobody looked");

    /** With every key that a forecast can have. */
    static ForecastResult complete() {
        return result(Measured.known(.75));
    }

    private static ForecastResult result(Measured<Double> baseRate) {
        AuditResult bad = Samples.bad();
        AnswerForecast listed = new AnswerForecast(
                "Yes.",
                "kind",
                .7,
                Optional.of(.9),
                List.of(Samples.estimate(.5, .4, .6)),
                new Rivals(.41, baseRate, Measured.known(.33), Measured.known(-1.5)));
        AnswerForecast sampled = new AnswerForecast(
                "say \"sorry\"",
                "is sorry",
                .2,
                Optional.empty(),
                List.of(Samples.estimate(.3, .1, .5)),
                new Rivals(.37, MISSING, MISSING, MISSING));
        return new ForecastResult(
                bad.subject(),
                bad.counts(),
                new KeptOut(3, 40, 1.25),
                bad.calibration(),
                List.of(new TrainingAmount(20, 8, 1e-4)),
                List.of(
                        new ProbeForecast("manners", "tea", "Tea?", List.of(listed), Optional.empty()),
                        new ProbeForecast(
                                "manners",
                                "vase",
                                "You broke it!",
                                List.of(sampled),
                                Optional.of(new Judged(16, "say \"sorry\"")))),
                bad.standings().getFirst().persona().id(),
                List.of("Beware of the vase."),
                List.of("Nobody looked at the tea."));
    }

    @Test
    void whatToBewareOfIsSaidInBoth() {
        assertThat(lines(result(Measured.known(.75)))).contains("Warning: Beware of the vase.");
        assertThat(new JsonMapper()
                        .readTree(new ForecastJson(result(Measured.known(.75))).text())
                        .at("/warnings/0")
                        .stringValue())
                .isEqualTo("Beware of the vase.");
    }

    @Test
    void whatElseItRestsOnStandsAtTheEnd() {
        assertThat(lines(result(MISSING)).strip()).endsWith("Nobody looked at the tea.");
    }

    @Test
    void rowsThatSurpriseEveryPersonaAreCountedInBoth() {
        assertThat(lines(result(MISSING))).contains("3 of 40 replies surprise every persona.");
        JsonNode keptOut = new JsonMapper()
                .readTree(new ForecastJson(result(MISSING)).text())
                .path("kept_out");
        assertThat(keptOut.path("replies").intValue()).isEqualTo(3);
        assertThat(keptOut.path("scored").intValue()).isEqualTo(40);
        assertThat(keptOut.path("limit").doubleValue()).isEqualTo(1.25);
    }

    private static String lines(ForecastResult result) {
        StringWriter lines = new StringWriter();
        new ForecastLines(result, 80, false).print(new PrintWriter(lines));
        return lines.toString();
    }

    @Test
    void programsSeeCheaperForecastsAndWhyOneIsMissing() {
        JsonNode report = new JsonMapper().readTree(new ForecastJson(result(Measured.known(.75))).text());

        JsonNode rivals = report.at("/probes/0/answers/0/rivals");
        assertThat(rivals.path("no_change").doubleValue()).isEqualTo(.7);
        assertThat(rivals.path("tempered").doubleValue()).isEqualTo(.41);
        assertThat(rivals.path("base_rate").doubleValue()).isEqualTo(.75);
        assertThat(rivals.path("centroid").doubleValue()).isEqualTo(.33);
        assertThat(rivals.path("projection").doubleValue()).isEqualTo(-1.5);
        assertThat(rivals.path("unmeasurable").size()).isZero();
        JsonNode missing = report.at("/probes/1/answers/0/rivals");
        assertThat(missing.path("centroid").isNull()).isTrue();
        assertThat(missing.at("/unmeasurable/centroid").stringValue()).isEqualTo("nobody looked");
    }

    @Test
    void sampledRepliesSayHowTheyWereJudged() {
        JsonNode report = new JsonMapper().readTree(new ForecastJson(result(MISSING)).text());

        assertThat(report.at("/probes/1/sampled/replies").intValue()).isEqualTo(16);
        assertThat(report.at("/probes/1/answers/0/answer").isMissingNode()).isTrue();
        assertThat(report.at("/probes/0/sampled").isMissingNode()).isTrue();
        assertThat(lines(result(MISSING))).contains("of 16 replies, those that say \"sorry\"");
    }

    /** What is not known of a probe is a dash, so that the others stand where they should. */
    @Test
    void everyCheaperForecastStandsBelowItsTitle() {
        List<String> lines = lines(result(Measured.known(.75))).lines().toList();

        assertThat(below(lines, "kind")).containsExactly(".70", ".41", ".75", "0.33", "-1.5");
        assertThat(below(lines, "is sorry")).containsExactly(".20", ".37", "-", "-", "-");
        assertThat(String.join(" ", lines)).contains("A dash: nobody looked.");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    /** What stands below the end of each title, in the second table of a probe. */
    private static List<String> below(List<String> lines, String behaviour) {
        int first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("  " + behaviour))
                .findFirst()
                .orElseThrow();
        int titles = IntStream.range(first, lines.size())
                .filter(i -> lines.get(i).contains("cheaper forecasts"))
                .findFirst()
                .orElseThrow();
        String line = lines.subList(titles, lines.size()).stream()
                .filter(each -> each.startsWith("  " + behaviour))
                .findFirst()
                .orElseThrow();
        return Stream.of("no change", "Bayes", "usual", "centroid", "projection")
                .map(title -> lines.get(titles).indexOf(title) + title.length())
                .map(end -> line.substring(0, end).replaceAll(".* ", ""))
                .toList();
    }
}
