package org.dramatis.report.words;

import java.util.List;
import java.util.Optional;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.Unmodelled;
import org.dramatis.audit.result.UnmodelledRow;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.verdict.RowVerdict;

/** What all reports call rows that surprise every persona. */
public record UnmodelledWords(Unmodelled unmodelled) {
    /** What becomes of such rows. */
    public static final String KEPT_OUT = "They say nothing of who speaks, and are kept out of all other numbers.";

    /** What a row is, in a word. */
    public static String kind(RowVerdict verdict) {
        return switch (verdict) {
            case RowVerdict.NewCapability _ -> "capability";
            case RowVerdict.Noise _ -> "noise";
            case RowVerdict.Undecided _, RowVerdict.NotSurprising _ -> "undecided";
        };
    }

    /** How much of its surprise others of its kind take away; nothing where after any examples none was left. */
    public static Optional<Estimate> learnable(RowVerdict verdict) {
        return switch (verdict) {
            case RowVerdict.NewCapability(Estimate share) -> Optional.of(share);
            case RowVerdict.Noise(Estimate share) -> Optional.of(share);
            case RowVerdict.Undecided(Estimate share) -> Optional.of(share);
            case RowVerdict.NotSurprising _ -> Optional.empty();
        };
    }

    /** {@code 300 of 300 replies surprise every persona}. */
    public static String title(KeptOut keptOut, Figures figures) {
        return figures.count(keptOut.replies()) + " of " + figures.count(keptOut.scored(), "reply")
                + " surprise every persona";
    }

    /** What came of reading some of them again. */
    public String sentence(Figures figures) {
        if (unmodelled.reread().isEmpty()) {
            return KEPT_OUT + " " + "They are too few, or too much alike, to be told from noise.";
        }
        return KEPT_OUT + " " + "Of " + figures.count(unmodelled.reread().size())
                + " read again after others of their kind, "
                + figures.count(unmodelled.capabilities()) + " can be learnt from those, a new capability; "
                + figures.count(unmodelled.noise()) + " cannot, noise; "
                + figures.count(unmodelled.undecided()) + " undecided.";
    }

    /** A few to look at, each kind in turn, capabilities first. */
    public List<UnmodelledRow> examples(int eachKind) {
        return List.of("capability", "noise", "undecided").stream()
                .flatMap(kind -> unmodelled.reread().stream()
                        .filter(row -> kind(row.verdict()).equals(kind))
                        .limit(eachKind))
                .toList();
    }
}
