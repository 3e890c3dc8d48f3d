package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.GateVerdict;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.words.Extent;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Verdict;

/** The verdict, the gates it was held against, what was audited, and what to beware of. */
record Masthead(AuditResult result) {
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        List<Markup> parts = new ArrayList<>();
        parts.add(Section.paragraph("Dramatis audit").styled("brand"));
        parts.add(Markup.element("h1").saying(new Verdict(result).sentence(FIGURES)));
        if (!result.gates().isEmpty()) {
            parts.add(Markup.element("ul")
                    .styled("gates")
                    .holding(result.gates().stream().map(Masthead::gate).toList()));
        }
        parts.add(facts());
        result.warnings()
                .forEach(warning -> parts.add(Markup.element("p")
                        .styled("warning")
                        .holding(Markup.element("strong").saying("Beware. "), Markup.text(warning))));
        return Markup.element("header").holding(parts);
    }

    private static Element gate(GateVerdict gate) {
        return Markup.element("li")
                .styled(gate.passed() ? "passed" : "failed")
                .holding(
                        Markup.element("strong").saying(gate.passed() ? "\u2713 passed" : "\u2717 failed"),
                        Markup.text(" " + gate.gate() + " \u00b7 weight " + FIGURES.weight(gate.weight())));
    }

    private Element facts() {
        return Markup.element("dl")
                .holding(
                        fact("Model", result.subject().model()),
                        fact(
                                "Cast",
                                result.subject().cast() + ", "
                                        + FIGURES.count(result.standings().size(), "persona")),
                        fact("Data", String.join(", ", result.subject().data())),
                        fact("Read", new Extent(result.counts()).words(FIGURES)),
                        fact(
                                "Training",
                                FIGURES.count(result.amount().steps(), "step") + " of "
                                        + result.amount().batch() + " at learning rate "
                                        + FIGURES.significant(result.amount().learningRate())),
                        fact("Calibration", result.calibration().name()));
    }

    private static Markup fact(String name, String value) {
        return Markup.element("div")
                .holding(Markup.element("dt").saying(name), Markup.element("dd").saying(value));
    }
}
