package org.dramatis.audit.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.audit.Marks;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.text.Tokens;

/**
 * A model that is linear in its activations, so that evidence to first order is exact. Whoever it is told to be moves all activations
 * by a vector of its own, the question moves them in dimensions that no reply depends on, and a token gets {@code <w, h> - 4}.
 */
public final class Linear implements TokenScorer, Generator, Inspectable {
    public static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("I am red")),
            Persona.character("blue", "Blue.", new Frame.Portrait("I am blue")),
            Persona.character("green", "Green.", new Frame.Portrait("I am green")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));
    public static final List<String> QUESTIONS = List.of("one?", "two?");

    private static final PieceTokenizer PIECES = new PieceTokenizer(
            List.of("red", "blue", "green", "log", "I am ", "\n", "S:", "U:", "R:", "one?", "two?", "The assistant: "));
    private static final int CONTEXT = 24;
    private static final int WIDTH = 5;
    private static final Linear SCRIPT = new Linear();
    public static final ChatModel MODEL =
            new ChatModel(SCRIPT, SCRIPT, new ChatPassages(new Marks(true), PIECES), Tokens.NONE, Tokens.NONE);

    /** By token: red, blue, green; the others depend on nothing. */
    private static final double[][] WEIGHTS = {{2, -1, -.5, 0, 0}, {-1, 1, .25, 0, 0}, {-.5, .25, 1.5, 0, 0}};

    private Linear() {}

    private static double[] activation(String told) {
        double[] h = new double[WIDTH];
        h[0] = told.contains("I am red") ? 1 : 0;
        h[1] = told.contains("I am blue") ? 1.5 : 0;
        h[2] = told.contains("I am green") ? .5 : 0;
        h[3] = told.contains("one?") ? 1 : 0;
        h[4] = told.contains("two?") ? 1 : 0;
        return h;
    }

    private static double weight(int token, int dimension) {
        return token < WEIGHTS.length ? WEIGHTS[token][dimension] : 0;
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return passages.stream().map(Linear::score).toList();
    }

    private static Score score(Passage passage) {
        double[] h = activation(PIECES.decode(passage.prefix()));
        double[] logs = new double[passage.continuation().length()];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = -4;
            for (int d = 0; d < WIDTH; d++) {
                logs[t] += weight(passage.continuation().at(t), d) * h[d];
            }
        }
        return new Score.Scored(LogVector.of(logs));
    }

    @Override
    public int context() {
        return CONTEXT;
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        return prompts.stream()
                .map(_ -> new Sample(Tokens.of(0), "red", List.of(-1.0), Sample.End.STOP_TOKEN))
                .toList();
    }

    @Override
    public int layers() {
        return 4;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions) {
        Direction h = direction(activation(PIECES.decode(text.prefix())));
        Map<Site, List<Direction>> read = new LinkedHashMap<>();
        sites.forEach(site -> read.put(site, positions.stream().map(_ -> h).toList()));
        return read;
    }

    @Override
    public List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where) {
        return passages.stream().map(passage -> gradient(passage, sites)).toList();
    }

    private static Map<Site, Direction> gradient(Passage passage, Set<Site> sites) {
        double[] sum = new double[WIDTH];
        for (int t = 0; t < passage.continuation().length(); t++) {
            for (int d = 0; d < WIDTH; d++) {
                sum[d] += weight(passage.continuation().at(t), d);
            }
        }
        Map<Site, Direction> gradient = new LinkedHashMap<>();
        sites.forEach(site -> gradient.put(site, direction(sum)));
        return gradient;
    }

    private static Direction direction(double[] entries) {
        float[] single = new float[entries.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) entries[i];
        }
        return Direction.of(single);
    }
}
