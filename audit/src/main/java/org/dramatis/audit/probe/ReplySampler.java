package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/**
 * What is said in answer to questions.
 *
 * @param replies of each voice to each question
 */
record ReplySampler(ChatModel model, int replies, long seed) {
    private static final int LONGEST_REPLY = 100;

    /** Of every question the replies of a voice; a reply may have no words. */
    List<List<String>> said(Voice voice, List<String> questions) {
        List<Tokens> prompts = new ArrayList<>();
        for (String question : questions) {
            Tokens prompt = model.framing().prompt(voice, List.of(new Turn(Turn.Role.USER, question)));
            for (int i = 0; i < replies; i++) {
                prompts.add(prompt);
            }
        }
        List<String> said = model
                .generator(voice.alteration())
                .generate(prompts, Sampling.of(LONGEST_REPLY, model.ends()), seed)
                .stream()
                .map(Sample::text)
                .toList();
        List<List<String>> byQuestion = new ArrayList<>();
        for (int from = 0; from < said.size(); from += replies) {
            byQuestion.add(said.subList(from, from + replies));
        }
        return byQuestion;
    }
}
