package org.dramatis.lab.posttrain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Reward;

/**
 * Rewards replies for sounding like a persona: its posterior weight after the reply, nobody being likelier before. A reply that
 * cannot be scored is worth nothing.
 */
public final class PersonaReward implements Reward {
    private final CastScorer scorer;
    private final int persona;
    private final Map<Tokens, List<Turn>> contexts = new HashMap<>();

    public PersonaReward(CastScorer scorer, PersonaId persona) {
        this.scorer = scorer;
        this.persona = scorer.cast().indexOf(persona);
    }

    /** The prompt of a conversation, whose replies can be rewarded from now on. */
    public Tokens prompt(List<Turn> context) {
        Tokens prompt = scorer.frames().framing().chats().prompt(context);
        contexts.put(prompt, List.copyOf(context));
        return prompt;
    }

    @Override
    public double of(Tokens prompt, Sample reply) {
        List<Turn> context = contexts.get(prompt);
        if (context == null) {
            throw new IllegalArgumentException("a reply to a prompt that was not asked for cannot be rewarded");
        }
        if (reply.text().isEmpty()) {
            return 0;
        }
        Episode episode = new Episode(new EpisodeId("reply"), context, reply.text());
        return switch (scorer.evidence(List.of(episode)).getFirst()) {
            case Evidence.Scored scored ->
                Weights.uniform(scorer.cast().size())
                        .after(scored.logLikelihoods())
                        .at(persona);
            case Evidence.Unscorable _ -> 0;
        };
    }
}
