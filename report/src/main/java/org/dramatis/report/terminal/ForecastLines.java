package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.report.words.Figures;

/** What the assistant will do on probes, for a terminal: of every probe the answers that are or become likely. */
public record ForecastLines(ForecastResult result, int columns, boolean colour) {
    private static final Figures FIGURES = Figures.PLAIN;
    private static final int MOST = 4;
    private static final int NAME = 18;
    private static final int NUMBER = 8;
    private static final int RANGE = 17;

    public void print(PrintWriter out) {
        Sheet sheet = new Sheet(out, columns, colour);
        String amounts = result.amounts().stream()
                .map(amount -> String.valueOf(amount.steps()))
                .collect(Collectors.joining(", "));
        TrainingAmount last = result.amounts().getLast();
        sheet.say(Run.plain("Training on " + String.join(", ", result.subject().data()) + ": " + amounts + " steps of "
                + last.batch() + " at learning rate " + FIGURES.significant(last.learningRate()) + ". Model "
                + result.subject().model() + ", cast " + result.subject().cast() + "."));
        sheet.say(result.keptOut());
        sheet.warn(result.warnings());
        boolean asked = answers().anyMatch(answer -> answer.said().isPresent());
        for (ProbeForecast probe : result.probes()) {
            print(probe, asked, sheet);
        }
        sheet.gap();
        sheet.say(Run.faint(
                "Today is also the forecast of no change. Bayes: by Bayes' rule for one character behind all data,"
                        + " the other forecast that needs no training. "
                        + (isBaseRateKnown()
                                ? "Usual: what the behaviour does on average in the trainings of the calibration. "
                                : "")
                        + "Intervals hold "
                        + FIGURES.level(result.probes()
                                .getFirst()
                                .answers()
                                .getFirst()
                                .after()
                                .getFirst()
                                .interval())
                        + ". Calibration " + result.calibration().name() + "."));
        out.flush();
    }

    private void print(ProbeForecast probe, boolean asked, Sheet sheet) {
        sheet.title(probe.about() + ": " + probe.question());
        probe.sampled()
                .ifPresent(judged -> sheet.say(
                        2,
                        Run.faint("  of " + FIGURES.count(judged.replies(), "reply") + ", those that "
                                + judged.scorer())));
        sheet.say(Run.faint(TextWidth.left("  shows", NAME)
                + TextWidth.right("today", NUMBER)
                + (asked ? TextWidth.right("says", NUMBER) : "")
                + result.amounts().stream()
                        .map(amount -> TextWidth.right("after " + amount.steps(), RANGE))
                        .collect(Collectors.joining())
                + TextWidth.right("Bayes", NUMBER)
                + (isBaseRateKnown() ? TextWidth.right("usual", NUMBER) : "")));
        List<AnswerForecast> likely = probe.answers().stream()
                .sorted(Comparator.comparingDouble(ForecastLines::prominence).reversed())
                .limit(MOST)
                .toList();
        for (AnswerForecast answer : likely) {
            sheet.say(Run.plain(TextWidth.left("  " + answer.behaviour(), NAME)
                    + TextWidth.right(FIGURES.weight(answer.today()), NUMBER)
                    + answer.said()
                            .map(said -> TextWidth.right(FIGURES.weight(said), NUMBER))
                            .orElse(asked ? TextWidth.right("", NUMBER) : "")
                    + answer.after().stream()
                            .map(after -> TextWidth.right(FIGURES.weight(after), RANGE))
                            .collect(Collectors.joining())
                    + TextWidth.right(FIGURES.weight(answer.rivals().tempered()), NUMBER)
                    + (isBaseRateKnown() ? TextWidth.right(baseRate(answer), NUMBER) : "")));
        }
    }

    private Stream<AnswerForecast> answers() {
        return result.probes().stream().flatMap(probe -> probe.answers().stream());
    }

    private boolean isBaseRateKnown() {
        return answers().anyMatch(answer -> answer.rivals().baseRate() instanceof Measured.Known<Double>);
    }

    private static String baseRate(AnswerForecast answer) {
        return switch (answer.rivals().baseRate()) {
            case Measured.Known<Double>(Double usual) -> FIGURES.weight(usual);
            case Measured.Unmeasurable<Double> _ -> "";
        };
    }

    private static double prominence(AnswerForecast answer) {
        return Math.max(
                answer.today(),
                answer.after().stream().mapToDouble(Estimate::point).max().orElse(0));
    }
}
