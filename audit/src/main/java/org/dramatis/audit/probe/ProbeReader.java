package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.framing.Framing;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Cell;

/**
 * Reads off a model how probable each listed answer of each probe is, among the listed.
 *
 * @param before turns that come before every question: an instruction that recurs, say
 */
public record ProbeReader(FrameScorer scores, List<Turn> before) {
    public ProbeReader {
        before = List.copyOf(before);
    }

    public ProbeReader(FrameScorer scores) {
        this(scores, List.of());
    }

    /** Without a place where evidence is kept: of a model that changes, say. */
    public ProbeReader(Framing framing, TokenScorer model) {
        this(new FrameScorer(framing, model, Alterations.NONE, Optional.empty()));
    }

    /** The answers of the bare assistant. */
    public List<Weights> bare(List<Probe> probes) {
        return answers(probes, List.of(new Voice.Bare())).stream()
                .map(List::getFirst)
                .toList();
    }

    /** The answers of every persona under each of its frames. */
    public List<CastAnswers> cast(Cast cast, List<Probe> probes) {
        List<List<Weights>> answers = answers(probes, Voice.of(cast));
        return IntStream.range(0, probes.size())
                .mapToObj(i -> new CastAnswers(probes.get(i), byPersona(cast, answers.get(i))))
                .toList();
    }

    /** The answers of the bare assistant beside those of every persona. */
    public List<AnsweredProbe> answered(Cast cast, List<Probe> probes) {
        List<Weights> today = bare(probes);
        List<CastAnswers> personas = cast(cast, probes);
        return IntStream.range(0, probes.size())
                .mapToObj(i -> new AnsweredProbe(personas.get(i), today.get(i)))
                .toList();
    }

    private static List<List<Weights>> byPersona(Cast cast, List<Weights> voices) {
        List<List<Weights>> personas = new ArrayList<>();
        int from = 0;
        for (Persona persona : cast.personas()) {
            personas.add(voices.subList(from, from + persona.frames().size()));
            from += persona.frames().size();
        }
        return personas;
    }

    /** What the model says, asked in the third person, that the assistant would answer. */
    public List<Weights> told(List<Probe> probes) {
        return probes.stream()
                .map(probe -> among(
                        probe,
                        scores
                                .model()
                                .score(probe.answers().stream()
                                        .map(answer -> scores.framing().told(probe.question(), answer))
                                        .toList())
                                .stream()
                                .map(FrameScorer::cell)
                                .toList()))
                .toList();
    }

    /** Of every probe the answers in every voice. */
    private List<List<Weights>> answers(List<Probe> probes, List<? extends Voice> voices) {
        List<Episode> episodes = new ArrayList<>();
        for (Probe probe : probes) {
            for (String answer : probe.answers()) {
                episodes.add(new Episode(new EpisodeId(probe.id()), asked(probe), answer));
            }
        }
        Iterator<List<Cell>> cells = scores.cells(voices, episodes).iterator();
        List<List<Weights>> all = new ArrayList<>();
        for (Probe probe : probes) {
            List<List<Cell>> rows =
                    probe.answers().stream().map(_ -> cells.next()).toList();
            all.add(IntStream.range(0, voices.size())
                    .mapToObj(voice -> among(
                            probe, rows.stream().map(row -> row.get(voice)).toList()))
                    .toList());
        }
        return all;
    }

    /** What stands before an answer. */
    public List<Turn> asked(Probe probe) {
        List<Turn> turns = new ArrayList<>(before);
        turns.add(new Turn(Turn.Role.USER, probe.question()));
        return turns;
    }

    private static Weights among(Probe probe, List<Cell> answers) {
        double[] logs = new double[answers.size()];
        for (int b = 0; b < logs.length; b++) {
            logs[b] = switch (answers.get(b)) {
                case Cell.Scored scored -> scored.logLikelihood();
                case Cell.Unscorable(var reason) ->
                    throw new IllegalArgumentException(
                            "answer '" + probe.answers().get(b) + "' of probe '" + probe.id() + "' cannot be scored: "
                                    + reason.detail());
            };
        }
        return Weights.softmax(LogVector.of(logs));
    }
}
