package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.words.Excerpt.Piece;
import org.dramatis.report.words.Figures;

/** Colours of tokens by the nats that they say: warm for the persona of the row, cool against it, the same on every page. */
final class TokenScale {
    /** What a token must say at least to be coloured at all, and for each stronger colour. */
    private static final List<Double> STEPS = List.of(.3, 1.0, 2.0, 4.0);

    private TokenScale() {}

    static Markup coloured(Piece piece) {
        int level = level(piece.nats());
        if (level == 0 && !piece.carries()) {
            return Markup.text(piece.text());
        }
        // Tokens begin with the space before them; colour is for what can be read, unless there is nothing else.
        String read = piece.text().stripLeading();
        String said = read.isEmpty() ? piece.text() : read;
        return Markup.several(
                Markup.text(piece.text().substring(0, piece.text().length() - said.length())),
                Markup.element(piece.carries() ? "mark" : "span")
                        .styled(css(level))
                        .with("title", Figures.TYPESET.nats(piece.nats()) + " nats")
                        .saying(said));
    }

    /** What the colours mean. */
    static Element legend() {
        List<Markup> swatches = new ArrayList<>();
        swatches.add(Markup.element("span").saying("against"));
        for (int level = -STEPS.size(); level <= STEPS.size(); level++) {
            swatches.add(Markup.element("span").styled("swatch " + css(level)).saying(bound(level)));
        }
        swatches.add(Markup.element("span").saying("for the persona, nats a token"));
        return Markup.element("p").styled("legend").holding(swatches);
    }

    private static String bound(int level) {
        return level == 0
                ? "0"
                : (level < 0 ? "\u2212" : "+") + Figures.TYPESET.significant(STEPS.get(Math.abs(level) - 1));
    }

    private static int level(double nats) {
        int level = (int) STEPS.stream().filter(step -> Math.abs(nats) >= step).count();
        return nats < 0 ? -level : level;
    }

    private static String css(int level) {
        return level == 0 ? "neutral" : (level > 0 ? "for" : "against") + Math.abs(level);
    }
}
