package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.forecast.CastScores;
import org.dramatis.core.forecast.ReplyScores;

/**
 * How the bare assistant and every persona score on questions that are answered in free text.
 *
 * @param scorer who judges where personas are to be recognised
 * @param model who speaks
 * @param replies that are sampled in each voice to each question
 */
public record ReplyReader(CastScorer scorer, ChatModel model, int replies, long seed) {

    /** The scores of the bare assistant, of each probe. */
    public List<ReplyScores> bare(List<SampledProbe> probes) {
        return scores(probes, new Voice.Bare());
    }

    /** The scores of every persona under each of its frames, of each probe. */
    public List<CastScores> cast(List<SampledProbe> probes) {
        List<List<List<ReplyScores>>> personas = new ArrayList<>();
        for (Persona persona : scorer.cast().personas()) {
            personas.add(persona.frames().stream()
                    .map(frame -> scores(probes, new Voice.Played(persona, frame)))
                    .toList());
        }
        return IntStream.range(0, probes.size())
                .mapToObj(probe -> new CastScores(personas.stream()
                        .map(frames ->
                                frames.stream().map(scores -> scores.get(probe)).toList())
                        .toList()))
                .toList();
    }

    private List<ReplyScores> scores(List<SampledProbe> probes, Voice voice) {
        ReplyJudge judge = new ReplyJudge(scorer);
        List<List<String>> said = new ReplySampler(model, replies, seed)
                .said(voice, probes.stream().map(SampledProbe::question).toList());
        return IntStream.range(0, probes.size())
                .mapToObj(i -> judge.scores(probes.get(i), said.get(i)))
                .toList();
    }
}
