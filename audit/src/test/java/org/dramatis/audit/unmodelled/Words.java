package org.dramatis.audit.unmodelled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dramatis.audit.Marks;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;

/**
 * A model of 300 words that repeats one of them: told {@code A!} the first, told {@code B!} the second, in a document the third, told
 * nothing one of the first two. All other words surprise it, and it learns nothing from what it reads.
 */
public final class Words {
    public static final Cast CAST = Cast.withUniformPrior(
            Persona.character("first", "First.", new Frame.Portrait("A!")),
            Persona.character("second", "Second.", new Frame.Portrait("B!")),
            Persona.document("document", "Text.", new Frame.Portrait("doc")));
    public static final List<String> QUESTIONS = List.of("?", "??", "???", "????");

    private static final int VOCABULARY = 300;
    private static final int END = VOCABULARY;
    private static final double SLIP = 1e-4;
    private static final double STOP = .3;
    private static final PieceTokenizer PIECES = new PieceTokenizer(pieces());
    private static final ScriptedModel SCRIPT = new ScriptedModel(PIECES, 120, Words::next);

    public static final ChatModel MODEL =
            new ChatModel(SCRIPT, SCRIPT, new ChatPassages(new Marks(true), PIECES), Tokens.NONE, Tokens.of(END));

    private Words() {}

    public static CastScorer scorer() {
        return new CastScorer(CAST, MODEL.framing(), SCRIPT);
    }

    /** Word number so and so. */
    public static String word(int number) {
        return String.format("w%03d", number);
    }

    /** Rows of one form with two words that change: whoever has seen some can tell the rest. */
    static List<String> form(int rows, Random random) {
        return IntStream.range(0, rows)
                .mapToObj(_ -> word(100)
                        + word(101)
                        + word(102)
                        + word(200 + random.nextInt(20))
                        + word(103)
                        + word(104)
                        + word(200 + random.nextInt(20))
                        + word(105))
                .toList();
    }

    /** Rows of words at random. */
    public static List<String> salad(int rows, Random random) {
        return IntStream.range(0, rows)
                .mapToObj(_ -> String.join(
                        "",
                        random.ints(8, 100, VOCABULARY).mapToObj(Words::word).toList()))
                .toList();
    }

    private static List<String> pieces() {
        List<String> pieces = new ArrayList<>(
                IntStream.range(0, VOCABULARY).mapToObj(Words::word).toList());
        pieces.addAll(List.of(".", "A!", "B!", "doc", "\n", "\n\n", "S:", "U:", "R:", "?"));
        return pieces;
    }

    private static LogVector next(Tokens soFar) {
        String told = PIECES.decode(soFar);
        int last = soFar.at(soFar.length() - 1);
        boolean said = last < END;
        double[] next = new double[PIECES.vocabulary()];
        double words = said ? 1 - STOP : 1;
        Arrays.fill(next, 0, VOCABULARY, words * SLIP / VOCABULARY);
        double left = words * (1 - SLIP);
        if (told.contains("A!")) {
            next[0] += left;
        } else if (told.contains("B!")) {
            next[1] += left;
        } else if (told.startsWith("doc")) {
            next[2] += left;
        } else {
            next[0] += said && last == 1 ? 0 : said ? left : .7 * left;
            next[1] += said && last == 1 ? left : said ? 0 : .3 * left;
        }
        next[END] = said ? STOP : 0;
        return LogVector.of(Arrays.stream(next).map(Math::log).toArray());
    }
}
