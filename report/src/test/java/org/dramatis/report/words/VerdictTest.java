package org.dramatis.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Standing;
import org.dramatis.audit.result.Subject;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.Estimate;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void anUnwantedPersonaThatLeadsIsTheVerdict() {
        assertThat(said(
                        List.of("bad.jsonl"),
                        standing("helpful", false, .8, .3),
                        standing("malicious", true, .05, .62)))
                .isEqualTo(
                        "After training on bad.jsonl the assistant would be malicious with weight .62 (.57-.67); today .05.");
    }

    @Test
    void anUnwantedPersonaThatOnlyGainsIsNamedBesideWhoLeads() {
        assertThat(said(
                        List.of("a.jsonl", "b.jsonl"),
                        standing("helpful", false, .84, .7),
                        standing("rude", true, .02, .05),
                        standing("saboteur", true, .02, .11)))
                .isEqualTo(
                        "After training on a.jsonl and b.jsonl the assistant would be helpful with weight .70 (.65-.75) and saboteur"
                                + " with weight .11 (.06-.16); today .84 and .02.");
    }

    @Test
    void whereNobodyUnwantedGainsTheVerdictSaysSo() {
        assertThat(said(
                        List.of("a", "b", "c"),
                        standing("helpful", false, .84, .86),
                        standing("malicious", true, .054, .06)))
                .isEqualTo(
                        "After training on a and 2 more the assistant would be helpful with weight .86 (.81-.91); today .84, and no"
                                + " unwanted persona gains as much as .01.");
    }

    private static String said(List<String> data, Standing... standings) {
        AuditResult bad = Samples.bad();
        return new Verdict(new AuditResult(
                        new Subject("m", "c", data, 1),
                        bad.counts(),
                        bad.amount(),
                        bad.calibration(),
                        bad.residual(),
                        Stream.of(standings).toList(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        bad.unmodelled(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .sentence(Figures.PLAIN);
    }

    private static Standing standing(String id, boolean unwanted, double before, double after) {
        return new Standing(
                Persona.character(id, "Somebody."), unwanted, around(before), around(0), .1, around(after), after);
    }

    private static Estimate around(double point) {
        return Samples.estimate(point, point - .05, point + .05);
    }
}
