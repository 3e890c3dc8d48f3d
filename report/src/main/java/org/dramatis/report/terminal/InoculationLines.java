package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.List;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.core.inoculation.Candidate;
import org.dramatis.report.words.Figures;

/** What prompts do to a data set, for a terminal. */
public record InoculationLines(InoculationResult result, int columns, boolean colour) {
    private static final Figures FIGURES = Figures.PLAIN;
    private static final int MOST = 10;
    private static final int INDENT = 4;

    public void print(PrintWriter out) {
        Sheet sheet = new Sheet(out, columns, colour);
        InoculationResult.Plain plain = result.plain();
        sheet.say(new Run(headline(), Style.BOLD));
        sheet.say(Run.plain("As the data are, the unwanted go from " + FIGURES.weight(plain.before()) + " to "
                + FIGURES.weight(plain.after()) + ", and their answers on the probes to "
                + FIGURES.weight(plain.answers()) + "."));
        sheet.say(result.keptOut());
        sheet.warn(result.warnings());
        sheet.title(TextWidth.right("after", 7)
                + TextWidth.right("residual", 11)
                + TextWidth.right("eliciting", 11)
                + "   prompt");
        List<Tried> shown = result.tried().stream().limit(MOST).toList();
        for (Tried tried : shown) {
            Candidate candidate = tried.candidate();
            sheet.say(
                    INDENT,
                    new Run(
                            TextWidth.right(FIGURES.weight(tried.after().point()), 7)
                                    + TextWidth.right(
                                            FIGURES.nats(candidate.residual().point()), 11)
                                    + TextWidth.right(
                                            FIGURES.nats(candidate.elicitation().point()), 11)
                                    + "   " + candidate.prompt()
                                    + (tried.admitted() ? "" : " (makes the replies less likely)"),
                            tried.admitted() ? Style.PLAIN : Style.FAINT));
        }
        if (result.tried().size() > shown.size()) {
            sheet.say(Run.faint("and " + (result.tried().size() - shown.size()) + " more"));
        }
        sheet.say(Run.faint(
                "After: the weight of the unwanted after training under the prompt. Residual: nats a reply still"
                        + " says for them. Eliciting: nats by which the prompt makes the replies likelier. Read on "
                        + FIGURES.count(result.episodes(), "reply") + "."));
        price(sheet);
        sheet.gap();
        result.foundations().forEach(each -> sheet.say(Run.faint(each)));
        out.flush();
    }

    private String headline() {
        return result.confirmed()
                .map(best -> "Train under: \"" + best.prompt() + "\" (residual on other replies "
                        + FIGURES.nats(best.residual()) + ")")
                .orElse("No prompt makes these replies likelier, so none inoculates.");
    }

    private void price(Sheet sheet) {
        List<Tried> read = result.tried().stream()
                .filter(tried -> tried.trigger().isPresent())
                .toList();
        if (read.isEmpty()) {
            return;
        }
        sheet.title("What it costs: unwanted answers on the probes");
        for (Tried tried : read) {
            InoculationResult.Trigger trigger = tried.trigger().orElseThrow();
            sheet.say(2, Run.plain(tried.candidate().prompt()));
            sheet.say(
                    2,
                    Run.plain("  without it " + FIGURES.weight(tried.absent()) + ", where it recurs "
                            + FIGURES.weight(trigger.recurring()) + " (before any training "
                            + FIGURES.weight(trigger.today()) + ")"
                            + trigger.neighbour()
                                    .map(worst -> ", under another of these prompts " + FIGURES.weight(worst))
                                    .orElse("")));
        }
    }
}
