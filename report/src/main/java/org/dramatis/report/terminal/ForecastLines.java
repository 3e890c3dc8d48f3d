package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.ForecastResult.AnswerForecast;
import org.dramatis.audit.result.ForecastResult.ProbeForecast;
import org.dramatis.audit.result.Rivals;
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
    private static final int RIVAL = 12;
    private static final String UNKNOWN = "-";

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
                "Beside every forecast stand cheaper ones of the last amount. No change: as today. Bayes: by Bayes'"
                        + " rule for one character behind all data. Usual: what the behaviour does on average in the trainings of"
                        + " the calibration. Centroid and projection are scores: how far the contexts of the data are from the"
                        + " probe, and how much further towards the behaviour the replies of the data lie than the model's own."
                        + unknown() + " Intervals hold "
                        + FIGURES.level(result.probes()
                                .getFirst()
                                .answers()
                                .getFirst()
                                .after()
                                .getFirst()
                                .interval())
                        + ". Calibration " + result.calibration().name() + "."));
        result.foundations().forEach(each -> sheet.say(Run.faint(each)));
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
                        .collect(Collectors.joining())));
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
                            .collect(Collectors.joining())));
        }
        rivals(likely, sheet);
    }

    private static void rivals(List<AnswerForecast> likely, Sheet sheet) {
        sheet.say(Run.faint(TextWidth.left("  cheaper forecasts", NAME + 1)
                + TextWidth.right("no change", RIVAL - 1)
                + TextWidth.right("Bayes", RIVAL)
                + TextWidth.right("usual", RIVAL)
                + TextWidth.right("centroid", RIVAL)
                + TextWidth.right("projection", RIVAL)));
        for (AnswerForecast answer : likely) {
            Rivals rivals = answer.rivals();
            sheet.say(Run.plain(TextWidth.left("  " + answer.behaviour(), NAME)
                    + TextWidth.right(FIGURES.weight(answer.today()), RIVAL)
                    + TextWidth.right(FIGURES.weight(rivals.tempered()), RIVAL)
                    + TextWidth.right(shown(rivals.baseRate(), FIGURES::weight), RIVAL)
                    + TextWidth.right(shown(rivals.centroid(), FIGURES::significant), RIVAL)
                    + TextWidth.right(shown(rivals.projection(), FIGURES::significant), RIVAL)));
        }
    }

    private static String shown(Measured<Double> value, DoubleFunction<String> written) {
        return switch (value) {
            case Measured.Known<Double>(Double known) -> written.apply(known);
            case Measured.Unmeasurable<Double> _ -> UNKNOWN;
        };
    }

    /** Why some cheaper forecasts are missing, each reason once. */
    private String unknown() {
        return answers()
                .map(AnswerForecast::rivals)
                .flatMap(rivals -> Stream.of(rivals.baseRate(), rivals.centroid(), rivals.projection()))
                .flatMap(rival -> switch (rival) {
                    case Measured.Known<Double> _ -> Stream.<String>empty();
                    case Measured.Unmeasurable<Double>(String reason) -> Stream.of(reason);
                })
                .distinct()
                .map(reason -> " A dash: " + reason + ".")
                .collect(Collectors.joining());
    }

    private Stream<AnswerForecast> answers() {
        return result.probes().stream().flatMap(probe -> probe.answers().stream());
    }

    private static double prominence(AnswerForecast answer) {
        return Math.max(
                answer.today(),
                answer.after().stream().mapToDouble(Estimate::point).max().orElse(0));
    }
}
