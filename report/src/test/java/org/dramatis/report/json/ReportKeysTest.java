package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.result.Explanation;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Plain;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.audit.result.InoculationResult.Trigger;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.Performance;
import org.dramatis.audit.result.Performance.Asked;
import org.dramatis.audit.result.Performance.Kind;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.inoculation.Candidate;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.separation.Confusion;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.Test;

/** Whatever a program may find in a report is documented, and whatever is documented is there. */
class ReportKeysTest {
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("kind", "Kind."), Persona.character("grim", "Grim."), Persona.document("log", "A log."));

    private static void assertDocumented(String heading, String... reports) throws IOException {
        assertThat(JsonKeys.of(reports)).as(heading).isEqualTo(JsonKeys.documented(heading));
    }

    @Test
    void ofAnAudit() throws IOException {
        assertDocumented("JSON", new JsonReport(Samples.bad()).text(), new JsonReport(Samples.hostile("text")).text());
    }

    @Test
    void ofAForecast() throws IOException {
        assertDocumented("JSON of forecast", new ForecastJson(ForecastReportsTest.complete()).text());
    }

    @Test
    void ofAnExplanation() throws IOException {
        EpisodeId id = new EpisodeId("reply 1");
        TokenEvidence tokens = new TokenEvidence(id, List.of("Tea"), List.of(LogVector.of(-1, -2, -3)));
        Explanation explanation = new Explanation(
                new Episode(id, List.of(new Turn(Turn.Role.USER, "Tea?")), "Tea"),
                new Posterior(CAST, tokens.total().logLikelihoods()),
                tokens,
                Optional.of(1.5));
        Performance performance = new Performance(List.of(new Asked(Kind.AS_IT_IS, "as it is", .5)));

        assertDocumented(
                "JSON of explain",
                new ExplanationJson(
                                List.of(explanation), Optional.of(performance), List.of("Beware."), List.of("Checked."))
                        .text());
    }

    @Test
    void ofAnInoculation() throws IOException {
        Candidate candidate = new Candidate("Be grim.", Samples.estimate(.1, 0, .2), Samples.estimate(1, .9, 1.1));
        InoculationResult result = new InoculationResult(
                new Plain(.1, Samples.estimate(.6, .5, .7), .3),
                List.of(new Tried(
                        candidate,
                        true,
                        Samples.estimate(.2, .1, .3),
                        .1,
                        Optional.of(new Trigger(.4, .5, Optional.of(.3))))),
                Optional.of(candidate),
                32,
                new KeptOut(3, 64, 1.5),
                new PersonaId("grim"),
                List.of("Beware."),
                List.of("Checked."));

        assertDocumented("JSON of inoculate", new InoculationJson(result).text());
    }

    @Test
    void ofACheckOfACast() throws IOException {
        List<List<Long>> counts = List.of(List.of(9L, 11L, 0L), List.of(10L, 9L, 1L), List.of(0L, 0L, 20L));

        assertDocumented(
                "JSON of cast check",
                new SeparationJson(new Separation(CAST, Confusion.counted(CAST, counts, 0))).text());
    }
}
