package org.dramatis.report.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.audit.result.Explanation;
import org.dramatis.audit.result.Explanation.Reading;
import org.dramatis.audit.result.Performance;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.report.words.Figures;

/**
 * Who gives a reply, for a terminal; of several replies each in turn, and then side by side.
 *
 * @param performance how a wrong reply was held against the right one; nothing where it was not
 * @param warnings sentences: why a number may mislead
 * @param foundations sentences: what the numbers rest on
 * @param terms whether the first number is traced to where it comes from
 */
public record ExplanationLines(
        List<Explanation> explanations,
        Optional<Performance> performance,
        List<String> warnings,
        List<String> foundations,
        boolean terms,
        int columns,
        boolean colour) {
    private static final Figures FIGURES = Figures.PLAIN;
    private static final int MOST = 8;
    private static final int NAME = 18;

    /** Tokens that say more than this for or against a persona stand out. */
    private static final double TELLING = 1;

    public void print(PrintWriter out) {
        Sheet sheet = new Sheet(out, columns, colour);
        for (Explanation explanation : explanations) {
            print(explanation, sheet);
        }
        if (explanations.size() > 1) {
            compare(sheet);
        }
        performance.ifPresent(each -> why(each, sheet));
        sheet.warn(warnings);
        if (performance.isPresent() || !warnings.isEmpty()) {
            sheet.gap(); // after an explanation there is one
        }
        foundations.forEach(each -> sheet.say(Run.faint(each)));
        out.flush();
    }

    private void print(Explanation explanation, Sheet sheet) {
        List<Reading> readings = explanation.readings();
        Reading first = readings.getFirst();
        sheet.say(
                new Run(
                        "Said by " + first.persona().id() + " with probability " + FIGURES.weight(first.after()) + ": ",
                        Style.BOLD),
                Run.plain(explanation.episode().reply()));
        sheet.title(TextWidth.left("Persona", NAME)
                + TextWidth.right("before", 8)
                + TextWidth.right("nats", 9)
                + TextWidth.right("after", 8));
        for (Reading reading : readings.stream().limit(MOST).toList()) {
            sheet.say(Run.plain(TextWidth.left(reading.persona().id().value(), NAME)
                    + TextWidth.right(FIGURES.weight(reading.before()), 8)
                    + TextWidth.right(FIGURES.nats(reading.evidence()), 9)
                    + TextWidth.right(FIGURES.weight(reading.after()), 8)));
        }
        if (readings.size() > MOST) {
            sheet.say(Run.faint("and " + (readings.size() - MOST) + " less likely ones"));
        }
        sheet.title("What tells: nats of each word for " + first.persona().id() + " against all");
        sheet.say(0, words(first.words()));
        sheet.say(Run.faint(String.format(
                Locale.ROOT, "The cast as a whole is surprised by %.2f nats a token.", explanation.surprise())));
        sheet.say(surprise(explanation));
        if (terms) {
            sheet.gap();
            explanation.terms(first.persona()).outline().lines().forEach(sheet.out()::println);
        }
        sheet.gap();
    }

    private static Run surprise(Explanation explanation) {
        return explanation
                .surprisesAll()
                .map(all -> all
                        ? new Run(
                                String.format(
                                        Locale.ROOT,
                                        "It surprises every persona: %.2f nats a token to the one that expects it most,"
                                                + " where 99 %% of ordinary replies surprise theirs by %.2f at most. Who"
                                                + " says it is only the least wrong of them.",
                                        explanation.leastSurprise(),
                                        explanation.limit().orElseThrow()),
                                Style.BOLD)
                        : Run.faint("It does not surprise every persona."))
                .orElseGet(() -> Run.faint("Whether it surprises every persona is not known: 'dramatis audit' or"
                        + " --before measured, given the same model, cast and folder of evidence, finds out what is"
                        + " ordinary."));
    }

    private static List<Run> words(List<RankedRow.TokenPush> words) {
        List<Run> runs = new ArrayList<>();
        for (RankedRow.TokenPush word : words) {
            boolean tells = Math.abs(word.nats()) >= TELLING;
            runs.add(new Run(word.text(), tells ? Style.BOLD : Style.PLAIN));
            if (tells) {
                runs.add(Run.faint("(" + FIGURES.nats(word.nats()) + ")"));
            }
        }
        return runs;
    }

    private void compare(Sheet sheet) {
        sheet.title("Side by side: the three likeliest speakers of each reply");
        for (int i = 0; i < explanations.size(); i++) {
            List<String> speakers = explanations.get(i).readings().stream()
                    .limit(3)
                    .map(reading -> reading.persona().id() + " " + FIGURES.weight(reading.after()))
                    .toList();
            sheet.say(3, Run.plain((i + 1) + ". " + String.join(", ", speakers)));
        }
        sheet.gap();
    }

    private static void why(Performance performance, Sheet sheet) {
        sheet.title("Wrong against right: nats by which the wrong reply is preferred");
        performance.asked().stream()
                .sorted(Comparator.comparing(Performance.Asked::kind))
                .forEach(each ->
                        sheet.say(Run.plain(TextWidth.right(FIGURES.nats(each.logOdds()), 9) + "  " + each.name())));
        sheet.say(new Run(
                switch (performance.verdict()) {
                    case NO_ERROR -> "No error: the right reply is the likelier one already.";
                    case CAPABILITY ->
                        "A bad performance: the wrong reply is preferred whoever speaks and however one asks.";
                    case TRAIT -> "A trait: whom the assistant should be like would all prefer the right reply.";
                    case UNCLEAR -> "Unclear: the right reply is preferred under some conditions only.";
                },
                Style.BOLD));
    }
}
