package org.dramatis.audit;

import java.util.List;
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
 * A model that says one colour. Told who it is it says its own with probability .9; told nothing it is red three times of four, and
 * blue the fourth; told "All blue!" everybody says blue with probability .9.
 */
public final class Colours {
    public static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("I am red")),
            Persona.character("blue", "Blue.", new Frame.Portrait("I am blue")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));

    private static final PieceTokenizer PIECES = new PieceTokenizer(List.of(
            "red",
            "blue",
            "log",
            ".",
            "I am ",
            "\n",
            "S:",
            "U:",
            "R:",
            "one?",
            "two?",
            "three?",
            "four?",
            "The assistant: ",
            "Red.",
            "Blue.",
            "\n\n",
            "All blue!"));
    private static final int END = 3;
    private static final int CONTEXT = 24;
    private static final ScriptedModel SCRIPT = new ScriptedModel(PIECES, CONTEXT, Colours::next);

    public static final List<String> QUESTIONS = List.of("one?", "two?", "three?", "four?");
    public static final ChatModel MODEL =
            new ChatModel(SCRIPT, SCRIPT, new ChatPassages(new Marks(true), PIECES), Tokens.NONE, Tokens.of(END));

    private Colours() {}

    public static CastScorer scorer() {
        return new CastScorer(CAST, MODEL.framing(), SCRIPT);
    }

    private static LogVector next(Tokens soFar) {
        String told = PIECES.decode(soFar);
        boolean said = soFar.at(soFar.length() - 1) < END;
        double[] next = new double[PIECES.vocabulary()];
        if (said) {
            next[END] = 1;
        } else if (told.contains("All blue!")) {
            colours(next, .05, .9);
        } else if (told.contains("I am red") || told.contains("Red.")) {
            colours(next, .9, .05);
        } else if (told.contains("I am blue") || told.contains("Blue.")) {
            colours(next, .05, .9);
        } else if (told.startsWith("log")) {
            colours(next, .05, .05);
        } else {
            colours(next, .75, .25);
        }
        for (int id = 0; id < next.length; id++) {
            next[id] = Math.log(next[id]);
        }
        return LogVector.of(next);
    }

    private static void colours(double[] next, double red, double blue) {
        next[0] = red;
        next[1] = blue;
        next[2] = 1 - red - blue;
    }
}
