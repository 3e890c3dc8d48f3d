package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dramatis.audit.framing.Framing;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;

/**
 * Reads off a model how probable each listed answer of each probe is, among the listed.
 *
 * @param before turns that come before every question: an instruction that recurs, say
 */
public record ProbeReader(Framing framing, List<Turn> before) {
    public ProbeReader {
        before = List.copyOf(before);
    }

    public ProbeReader(Framing framing) {
        this(framing, List.of());
    }

    /** The answers of the bare assistant. */
    public List<Weights> bare(TokenScorer model, List<Probe> probes) {
        List<Passage> passages = new ArrayList<>();
        for (Probe probe : probes) {
            for (String answer : probe.answers()) {
                passages.add(framing.chats().passage(asked(probe), answer));
            }
        }
        Iterator<Score> scores = model.score(passages).iterator();
        return probes.stream().map(probe -> answers(probe, scores)).toList();
    }

    /** What the model says, asked in the third person, that the assistant would answer. */
    public List<Weights> told(TokenScorer model, List<Probe> probes) {
        List<Passage> passages = new ArrayList<>();
        for (Probe probe : probes) {
            for (String answer : probe.answers()) {
                passages.add(framing.told(probe.question(), answer));
            }
        }
        Iterator<Score> scores = model.score(passages).iterator();
        return probes.stream().map(probe -> answers(probe, scores)).toList();
    }

    /** The answers of every persona under each of its frames. */
    public List<CastAnswers> cast(TokenScorer model, Cast cast, List<Probe> probes) {
        List<Passage> passages = new ArrayList<>();
        for (Probe probe : probes) {
            for (Persona persona : cast.personas()) {
                for (Frame frame : persona.frames()) {
                    for (String answer : probe.answers()) {
                        passages.add(framing.passage(persona, frame, asked(probe), answer));
                    }
                }
            }
        }
        Iterator<Score> scores = model.score(passages).iterator();
        List<CastAnswers> all = new ArrayList<>();
        for (Probe probe : probes) {
            List<List<Weights>> personas = new ArrayList<>();
            for (Persona persona : cast.personas()) {
                personas.add(persona.frames().stream()
                        .map(frame -> answers(probe, scores))
                        .toList());
            }
            all.add(new CastAnswers(probe, personas));
        }
        return all;
    }

    private List<Turn> asked(Probe probe) {
        List<Turn> turns = new ArrayList<>(before);
        turns.add(new Turn(Turn.Role.USER, probe.question()));
        return turns;
    }

    private static Weights answers(Probe probe, Iterator<Score> scores) {
        double[] logs = new double[probe.answers().size()];
        for (int b = 0; b < logs.length; b++) {
            logs[b] = switch (scores.next()) {
                case Score.Scored scored -> scored.total();
                case Score.Unscorable(var reason) ->
                    throw new IllegalArgumentException(
                            "answer '" + probe.answers().get(b) + "' of probe '" + probe.id() + "' cannot be scored: "
                                    + reason.detail());
            };
        }
        return Weights.softmax(LogVector.of(logs));
    }
}
