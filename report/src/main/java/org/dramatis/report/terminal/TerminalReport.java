package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.audit.result.GateVerdict;
import org.dramatis.audit.result.Remedy;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.report.words.ClauseWords;
import org.dramatis.report.words.Extent;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Verdict;

/**
 * A result for a terminal. It begins with the verdict. Whatever the data hold, no control character of theirs is printed.
 *
 * @param columns of the terminal; fewer than 60 are not made use of
 * @param colour whether to emphasise by colour: only on a terminal, and where {@code NO_COLOR} is not set
 */
public record TerminalReport(AuditResult result, int columns, boolean colour) {
    private static final int FEWEST_COLUMNS = 60;
    private static final int LONGEST_VERDICT = 12;
    private static final Figures FIGURES = Figures.PLAIN;

    public TerminalReport {
        columns = Math.max(FEWEST_COLUMNS, columns);
    }

    public void print(PrintWriter out) {
        Sheet sheet = new Sheet(out, columns, colour);
        sheet.say(new Run(new Verdict(result).sentence(FIGURES), Style.BOLD));
        sheet.gap();
        sheet.say(Run.faint(subject()));
        sheet.warn(result.warnings());
        new PersonaLines(result).print(sheet);
        new ScreenedLines(result.screened()).print(sheet);
        new BehaviourLines(result.behaviours()).print(sheet);
        new RowLines(result.rows()).print(sheet);
        new UnmodelledLines(result.unmodelled()).print(sheet);
        remedies(sheet);
        clauses(sheet);
        new DataLines(result.counts()).print(sheet);
        foundations(sheet);
        gates(sheet);
        out.flush();
    }

    private String subject() {
        return "Model %s, cast %s, seed %d. %s. %s of %d at learning rate %s."
                .formatted(
                        result.subject().model(),
                        result.subject().cast(),
                        result.subject().seed(),
                        new Extent(result.counts()).words(FIGURES),
                        FIGURES.count(result.amount().steps(), "step"),
                        result.amount().batch(),
                        FIGURES.significant(result.amount().learningRate()));
    }

    private void remedies(Sheet sheet) {
        if (result.remedies().isEmpty()) {
            return;
        }
        sheet.title("What would help, and how much of the unwanted would be left");
        for (Remedy remedy : result.remedies()) {
            sheet.say(
                    2,
                    Run.plain(FIGURES.weight(remedy.unwanted()) + "  " + remedy.what() + " "),
                    Run.faint(FIGURES.count(remedy.rows(), "row") + "."));
        }
    }

    private void clauses(Sheet sheet) {
        if (result.clauses().isEmpty()) {
            return;
        }
        sheet.title("The constitution: nats a reply speaks for each clause");
        for (ClauseReading clause : result.clauses()) {
            sheet.say(
                    2,
                    Run.plain(TextWidth.left(ClauseWords.verdict(clause), LONGEST_VERDICT)
                            + TextWidth.right(FIGURES.nats(clause.evidence().point()), 7) + "  " + clause.clause()));
        }
    }

    private void foundations(Sheet sheet) {
        sheet.title("What this rests on");
        Estimate rate = result.calibration().rate();
        sheet.say(
                2,
                Run.plain("Calibration " + result.calibration().name() + ", fitted to "
                        + result.calibration().fittedTo() + ": rate " + FIGURES.significant(rate.point()) + " ("
                        + FIGURES.significant(rate.interval().low()) + FIGURES.dash()
                        + FIGURES.significant(rate.interval().high()) + ") a step at learning rate "
                        + FIGURES.significant(result.calibration().learningRate()) + "."
                        + (result.calibration().record().isPresent()
                                ? ""
                                : " How often forecasts by it came true was not measured.")));
        sheet.say(
                2,
                Run.plain(
                        switch (result.residual()) {
                            case Measured.Known<Estimate>(Estimate bits) ->
                                "The cast leaves "
                                        + FIGURES.significant(bits.point())
                                        + " bits a token of what the assistant says today"
                                        + " unexplained.";
                            case Measured.Unmeasurable<Estimate>(String reason) ->
                                "How much of what the assistant says today the cast leaves unexplained is not known: "
                                        + reason + ".";
                        }));
        result.foundations().forEach(each -> sheet.say(2, Run.plain(each)));
    }

    private void gates(Sheet sheet) {
        List<GateVerdict> gates = result.gates();
        if (gates.isEmpty()) {
            return;
        }
        sheet.title("Gates");
        for (GateVerdict gate : gates) {
            sheet.say(
                    2,
                    gate.passed() ? new Run("passed", Style.GOOD) : new Run("FAILED", Style.UNWANTED),
                    Run.plain("  " + gate.gate() + ": the weight is " + FIGURES.weight(gate.weight())));
        }
    }
}
