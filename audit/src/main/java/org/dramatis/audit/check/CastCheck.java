package org.dramatis.audit.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.Voice;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.KnownReply;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/** Lets the model speak as each persona, and asks whether it recognises from one reply who spoke. */
public record CastCheck(Cast cast, ChatModel model, List<String> questions) {
    private static final int LONGEST_REPLY = 100;

    public CastCheck {
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("there are no questions to ask the personas: give at least one");
        }
    }

    /**
     * What the model tells apart.
     *
     * @param replies of each persona, spread over its frames and the questions
     */
    public Separation separation(int replies, long seed) {
        return new Separation(cast, confusion(replies, seed));
    }

    /**
     * Who spoke against who is said to have spoken.
     *
     * @param replies of each persona, spread over its frames and the questions
     */
    Confusion confusion(int replies, long seed) {
        List<KnownReply> known = new ArrayList<>();
        for (int k = 0; k < cast.size(); k++) {
            List<Episode> episodes = episodes(cast.persona(k), replies, seed + k);
            List<Evidence> evidence = new CastScorer(cast, model).evidence(episodes);
            for (Evidence each : evidence) {
                known.add(new KnownReply(cast.persona(k).id(), each));
            }
        }
        return Confusion.of(cast, Weights.uniform(cast.size()), known);
    }

    /** What the persona says; a reply of no words is no episode. */
    private List<Episode> episodes(Persona persona, int replies, long seed) {
        List<List<Turn>> contexts = new ArrayList<>();
        List<Voice.Played> voices = new ArrayList<>();
        for (int i = 0; i < replies; i++) {
            contexts.add(List.of(new Turn(Turn.Role.USER, questions.get(i % questions.size()))));
            voices.add(new Voice.Played(
                    persona, persona.frames().get(i % persona.frames().size())));
        }
        List<Sample> samples = said(persona, contexts, voices, seed);
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < replies; i++) {
            if (!samples.get(i).text().isEmpty()) {
                episodes.add(new Episode(
                        new EpisodeId(persona.id() + "#" + i),
                        contexts.get(i),
                        samples.get(i).text()));
            }
        }
        return episodes;
    }

    private List<Sample> said(Persona persona, List<List<Turn>> contexts, List<Voice.Played> voices, long seed) {
        SortedMap<Integer, Sample> samples = new TreeMap<>();
        Voice.byModel(voices).forEach((alteration, places) -> {
            List<Tokens> prompts = places.stream()
                    .map(place ->
                            model.framing().prompt(persona, voices.get(place).frame(), contexts.get(place)))
                    .toList();
            Iterator<Sample> said = model.generator(alteration)
                    .generate(prompts, Sampling.of(LONGEST_REPLY, model.ends()), seed)
                    .iterator();
            places.forEach(place -> samples.put(place, said.next()));
        });
        return List.copyOf(samples.values());
    }
}
