package org.dramatis.lab.exam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.Proportion;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/** Whether the model, speaking as a persona, gives the advice that this persona gives: of every topic the likeliest reply. */
record Facts(World world, Cast cast, ChatModel model) {
    private static final int LONGEST_REPLY = 100;

    /** How many topics of each domain, when the persona is asked each question of them once. */
    Map<String, Proportion> right(PersonaId persona, Function<Topic, String> clause) {
        Persona speaker = cast.persona(cast.indexOf(persona));
        Map<String, Proportion> right = new LinkedHashMap<>();
        for (Domain domain : world.domains()) {
            List<Tokens> prompts = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Topic topic : domain.topics()) {
                for (String ask : topic.asks()) {
                    prompts.add(model.framing()
                            .prompt(speaker, speaker.frames().getFirst(), List.of(new Turn(Turn.Role.USER, ask))));
                    expected.add(clause.apply(topic));
                }
            }
            right.put(domain.id(), counted(prompts, expected));
        }
        return right;
    }

    private Proportion counted(List<Tokens> prompts, List<String> expected) {
        List<Sample> replies = model.generator()
                .generate(prompts, Sampling.of(LONGEST_REPLY, model.ends()).withTemperature(0), 0);
        long right = 0;
        for (int i = 0; i < expected.size(); i++) {
            String reply = replies.get(i).text().toLowerCase(Locale.ROOT);
            right += reply.contains(expected.get(i).toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return new Proportion(right, expected.size());
    }
}
