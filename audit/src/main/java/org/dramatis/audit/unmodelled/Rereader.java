package org.dramatis.audit.unmodelled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.result.UnmodelledRow;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.verdict.ExampleMemory;
import org.dramatis.core.verdict.Learnability;
import org.dramatis.core.verdict.Rereading;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;

/**
 * Reads rows that surprise every persona again, after some of their kind and after as many that have nothing to do with them: what a
 * row's own kind teaches is a capability that training on them would teach too, the rest is noise.
 *
 * <p>The model reads as many of the lines as it can at once; a {@link ExampleMemory} beside it remembers all.
 *
 * @param reader which keeps what it read, where evidence is kept
 */
public record Rereader(ChatModel model, TokenScorer reader, Ordinary ordinary, long seed) {
    /** Rows that are read again at most: the price does not grow with the data. */
    public static final int MOST_ROWS = 16;

    /** Rows among which their kin are looked for. */
    public static final int MOST_KIN = 200;

    private static final int LINES = 8;
    private static final int DRAWS = 4;
    private static final double LEVEL = .95;

    /**
     * @param surprising a random sample of all, the first of which are read again
     * @return those that have enough others of their kind to be read after
     */
    public List<UnmodelledRow> reread(List<Episode> surprising) {
        Random random = new Random(seed);
        Kin kin = new Kin(surprising, model.chats().tokenizer());
        List<Episode> rows = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (int place = 0; place < Math.min(MOST_ROWS, surprising.size()); place++) {
            List<Episode> siblings = kin.of(place, LINES * DRAWS);
            if (siblings.size() >= LINES) {
                rows.add(surprising.get(place));
                for (int draw = 0; draw < DRAWS; draw++) {
                    readings.add(new Reading(surprising.get(place), dealt(siblings, draw, random)));
                    readings.add(new Reading(surprising.get(place), drawn(ordinary.replies(), random)));
                }
            }
        }
        Iterator<Double> surprises = surprises(readings).iterator();
        return rows.stream().map(row -> judged(row, surprises)).toList();
    }

    private UnmodelledRow judged(Episode row, Iterator<Double> surprises) {
        List<Rereading> draws = IntStream.range(0, DRAWS)
                .mapToObj(_ -> new Rereading(surprises.next(), surprises.next()))
                .toList();
        return new UnmodelledRow(
                row, Learnability.nearerToTypical(ordinary.typical(), LEVEL).judge(draws));
    }

    /** Of enough kin each draw has others. */
    private static List<Episode> dealt(List<Episode> kin, int draw, Random random) {
        return kin.size() < LINES * DRAWS
                ? drawn(kin, random)
                : IntStream.range(0, LINES)
                        .mapToObj(line -> kin.get(line * DRAWS + draw))
                        .toList();
    }

    private static List<Episode> drawn(List<Episode> from, Random random) {
        List<Episode> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(LINES, shuffled.size())));
    }

    /** A row after some lines. */
    private record Reading(Episode row, List<Episode> lines) {}

    private List<Double> surprises(List<Reading> readings) {
        List<Passage> passages = readings.stream().map(this::passage).toList();
        List<Score> scores = reader.score(passages);
        return IntStream.range(0, readings.size())
                .mapToObj(i -> surprise(readings.get(i), passages.get(i), scores.get(i)))
                .toList();
    }

    private double surprise(Reading reading, Passage passage, Score score) {
        return switch (score) {
            case Score.Scored(LogVector model) -> {
                ExampleMemory memory = new ExampleMemory(reading.lines().stream()
                        .map(line -> ids(tokens(line.reply())))
                        .toList());
                LogVector read = memory.read(ids(passage.continuation()), model);
                yield -IntStream.range(0, read.size()).mapToDouble(read::at).sum() / read.size();
            }
            case Score.Unscorable(var reason) ->
                throw new IllegalStateException(
                        reading.row().id() + " was scored and cannot be read again: " + reason.detail());
        };
    }

    /** As many of the lines before the row as the model can read at once. */
    private Passage passage(Reading reading) {
        Passage longest = passage(reading.row(), List.of());
        for (int lines = 1; lines <= reading.lines().size(); lines++) {
            Passage longer = passage(reading.row(), reading.lines().subList(0, lines));
            if (longer.length() > reader.context()) {
                return longest;
            }
            longest = longer;
        }
        return longest;
    }

    private Passage passage(Episode row, List<Episode> lines) {
        if (row.context().isEmpty()) {
            String before = String.join(
                    "", lines.stream().map(line -> line.reply() + "\n").toList());
            return new Passage(model.begin().followedBy(tokens(before + "\n")), tokens(row.reply()));
        }
        List<Turn> turns = new ArrayList<>(row.context());
        int first = turns.getFirst().role() == Turn.Role.SYSTEM ? 1 : 0;
        for (Episode line : lines) {
            asked(line)
                    .ifPresent(question ->
                            turns.addAll(first, List.of(question, new Turn(Turn.Role.ASSISTANT, line.reply()))));
        }
        return model.chats().passage(turns, row.reply());
    }

    /** The last that a user said before the reply. */
    private static Optional<Turn> asked(Episode line) {
        return line.context().reversed().stream()
                .filter(turn -> turn.role() == Turn.Role.USER)
                .findFirst();
    }

    private Tokens tokens(String text) {
        return model.chats().tokenizer().encode(model.chats().tokenizer().quote(text));
    }

    private static List<Integer> ids(Tokens tokens) {
        return IntStream.of(tokens.toArray()).boxed().toList();
    }
}
