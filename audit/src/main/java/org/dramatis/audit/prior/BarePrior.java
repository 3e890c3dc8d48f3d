package org.dramatis.audit.prior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.core.prior.SampledReplies;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/** Who the bare assistant is, from what it says when nobody tells it who to be: the model's own replies, fitted by EM. */
public record BarePrior(CastScorer scorer, ChatModel model, List<String> questions) {
    private static final int LONGEST_REPLY = 100;
    private static final int RESAMPLES = 200;
    private static final int USUAL_REPLIES = 5;
    private static final double USUAL_LEVEL = .95;

    /** From a few replies to each question. */
    public PriorEstimate estimate(long seed) {
        return estimate(USUAL_REPLIES, USUAL_LEVEL, seed);
    }

    /** @param replies to each question */
    public PriorEstimate estimate(int replies, double level, long seed) {
        return estimate(replies(replies, seed), level, seed);
    }

    /** From what it said. */
    public PriorEstimate estimate(List<OwnReply> replies, long seed) {
        return estimate(replies, USUAL_LEVEL, seed);
    }

    private PriorEstimate estimate(List<OwnReply> replies, double level, long seed) {
        return PriorEstimate.of(behaviour(replies), RESAMPLES, level, new SplittableRandom(seed));
    }

    /** What it says: a few replies to each question. */
    public List<OwnReply> replies(long seed) {
        return replies(USUAL_REPLIES, seed);
    }

    private List<OwnReply> replies(int each, long seed) {
        List<Tokens> prompts = new ArrayList<>();
        for (String question : questions) {
            for (int i = 0; i < each; i++) {
                prompts.add(model.chats().prompt(asked(question)));
            }
        }
        List<Sample> samples = model.generator().generate(prompts, Sampling.of(LONGEST_REPLY, model.ends()), seed);
        List<OwnReply> replies = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (!sample.text().isEmpty()) {
                replies.add(new OwnReply(
                        new Episode(new EpisodeId("reply " + i), asked(questions.get(i / each)), sample.text()),
                        i / each,
                        sample.logProbabilities().stream()
                                .mapToDouble(log -> log)
                                .sum(),
                        sample.tokens().length()));
            }
        }
        return replies;
    }

    private SampledReplies behaviour(List<OwnReply> replies) {
        Map<Integer, Integer> probes =
                new LinkedHashMap<>(); // numbered without gaps: a question may have no scored reply
        SampledReplies.Builder builder = SampledReplies.builder(scorer.cast().size());
        List<Evidence> evidence =
                scorer.evidence(replies.stream().map(OwnReply::episode).toList());
        for (int i = 0; i < evidence.size(); i++) {
            if (evidence.get(i) instanceof Evidence.Scored scored) {
                int probe = probes.computeIfAbsent(replies.get(i).question(), question -> probes.size());
                builder.reply(probe, scored, replies.get(i).logProbability());
            }
        }
        return builder.build();
    }

    private static List<Turn> asked(String question) {
        return List.of(new Turn(Turn.Role.USER, question));
    }
}
