package org.dramatis.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.words.Figures;

/** What the numbers rest on. */
record Foundations(AuditResult result) {
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        return Section.titled(
                "What this rests on", Section.list(sentences().map(Markup::text).toList()));
    }

    private Stream<String> sentences() {
        return Stream.of(
                        List.of(calibration(result.calibration()), residual(result.residual())),
                        result.foundations(),
                        List.of("Cast " + result.subject().cast() + ", seed "
                                + result.subject().seed() + ": the same inputs give the same page."))
                .flatMap(List::stream);
    }

    private static String calibration(Calibration calibration) {
        Interval interval = calibration.rate().interval();
        return "How fast training moves the weights is calibration " + calibration.name() + ", fitted to "
                + calibration.fittedTo() + ": "
                + FIGURES.significant(calibration.rate().point()) + " ("
                + FIGURES.significant(interval.low()) + FIGURES.dash() + FIGURES.significant(interval.high())
                + ") a step at learning rate " + FIGURES.significant(calibration.learningRate())
                + ". It is taken to be proportional to the learning rate."
                + (calibration.record().isPresent() ? "" : " How often forecasts by it came true was not measured.");
    }

    private static String residual(Measured<Estimate> residual) {
        return switch (residual) {
            case Measured.Known<Estimate>(Estimate bits) ->
                "Of what the assistant says today, the cast leaves " + FIGURES.significant(bits.point())
                        + " bits a token unexplained"
                        + " (" + FIGURES.significant(bits.interval().low()) + " to "
                        + FIGURES.significant(bits.interval().high()) + ").";
            case Measured.Unmeasurable<Estimate>(String reason) ->
                "How much of what the assistant says today the cast leaves unexplained is not known: " + reason + ".";
        };
    }
}
