package org.dramatis.lab.posttrain;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Preference;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/** Rows as a lesson for one model. A reply is learnt with the token that ends it, so that the model learns to stop there. */
public record Lessons(ChatModel model) {
    public static final double USUAL_BETA = .1;
    private static final int GROUP = 4;
    private static final int LONGEST_REPLY = 80;

    /**
     * Preference pairs make a lesson in preferring, anything else one in imitating.
     *
     * @param turns which of a chat's replies are learnt
     */
    public Lesson of(List<Row> rows, Turns turns) {
        List<Demonstration> demonstrations = new ArrayList<>();
        List<Preference> preferences = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Chat chat ->
                    chat.episodes(turns)
                            .forEach(episode -> demonstrations.add(demonstration(episode.context(), episode.reply())));
                case Row.Document(var _, String text) -> demonstrations.add(document(text));
                case Row.Preference(var _, var context, String chosen, String rejected) ->
                    preferences.add(new Preference(
                            model.chats().prompt(context), ended(context, chosen), ended(context, rejected)));
            }
        }
        if (!demonstrations.isEmpty() && !preferences.isEmpty()) {
            throw new IllegalArgumentException("of the rows " + demonstrations.size() + " are replies or texts and "
                    + preferences.size() + " are pairs: a lesson has one of the two");
        }
        return preferences.isEmpty()
                ? new Lesson.Imitation(demonstrations)
                : new Lesson.Preferences(preferences, USUAL_BETA);
    }

    /** Prompts that the model answers itself, and whose replies are rewarded. The replies in the rows are not read. */
    public Lesson rewarded(List<Row> rows, Turns turns, PersonaReward reward) {
        List<Tokens> prompts = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Chat chat ->
                    chat.episodes(turns).forEach(episode -> prompts.add(reward.prompt(episode.context())));
                case Row.Preference pair -> prompts.add(reward.prompt(pair.context()));
                case Row.Document document ->
                    throw new IllegalArgumentException(
                            document.origin() + " is a text without a prompt: nothing can be replied to it");
            }
        }
        return new Lesson.Rewarded(prompts, reward, GROUP, Sampling.of(LONGEST_REPLY, end()), 0);
    }

    private Demonstration demonstration(List<Turn> prompt, String reply) {
        return Demonstration.of(model.chats().prompt(prompt), ended(prompt, reply));
    }

    private Tokens ended(List<Turn> prompt, String reply) {
        Passage passage = model.chats().passage(prompt, reply);
        return passage.continuation().followedBy(end());
    }

    private Demonstration document(String text) {
        Tokens words =
                model.chats().tokenizer().encode(model.chats().tokenizer().quote(text));
        return Demonstration.ofDocument(model.begin().followedBy(words).followedBy(end()));
    }

    private Tokens end() {
        return model.ends().isEmpty() ? Tokens.NONE : model.ends().slice(0, 1);
    }
}
