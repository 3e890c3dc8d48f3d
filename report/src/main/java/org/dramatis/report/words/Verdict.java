package org.dramatis.report.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Standing;

/** What an audit found, in one sentence: who the assistant would be, and which unwanted persona gains where another one leads. */
public record Verdict(AuditResult result) {
    private static final double WORTH_A_WORD = .01;
    private static final int LONGEST_NAME = 60;

    public String sentence(Figures figures) {
        Standing leading = result.standings().stream()
                .max(Comparator.comparingDouble(standing -> standing.after().point()))
                .orElseThrow();
        if (leading.unwanted() || result.standings().stream().noneMatch(Standing::unwanted)) {
            return opening(leading, figures) + "; today " + today(leading, figures) + ".";
        }
        Optional<Standing> gaining = gaining();
        return gaining.isPresent()
                ? opening(leading, figures) + " and " + would(gaining.get(), figures) + "; today "
                        + today(leading, figures) + " and " + today(gaining.get(), figures) + "."
                : opening(leading, figures) + "; today " + today(leading, figures)
                        + ", and no unwanted persona gains as much as " + figures.weight(WORTH_A_WORD) + ".";
    }

    /** The data by the names that the user gave, all but the first counted where there are many. */
    public String data() {
        List<String> names = result.subject().data();
        return switch (names.size()) {
            case 0 -> "the data";
            case 1 -> end(names.getFirst());
            case 2 -> end(names.getFirst()) + " and " + end(names.getLast());
            default -> end(names.getFirst()) + " and " + (names.size() - 1) + " more";
        };
    }

    /** The end of a path tells more than its beginning. */
    private static String end(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME
                ? name
                : "\u2026" + name.substring(name.offsetByCodePoints(0, length - LONGEST_NAME + 1));
    }

    private String opening(Standing leading, Figures figures) {
        return "After training on " + data() + " the assistant would be " + would(leading, figures);
    }

    private static String would(Standing standing, Figures figures) {
        return standing.persona().id() + " with weight " + figures.weight(standing.after());
    }

    private static String today(Standing standing, Figures figures) {
        return figures.weight(standing.before().point());
    }

    private Optional<Standing> gaining() {
        return result.standings().stream()
                .filter(Standing::unwanted)
                .filter(standing -> gain(standing) >= WORTH_A_WORD)
                .max(Comparator.comparingDouble(Verdict::gain));
    }

    private static double gain(Standing standing) {
        return standing.after().point() - standing.before().point();
    }
}
