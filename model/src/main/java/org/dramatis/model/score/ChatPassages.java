package org.dramatis.model.score;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/**
 * Conversations and replies as tokens: the prefix is what a model would see before it speaks, the continuation is what it would
 * have had to say.
 *
 * <p>Prefix and reply are tokenised apart. A model that generates starts behind the last token of the prefix, so this boundary is
 * the one that its probabilities are about; where a tokenizer would join characters across it, the joined token is not counted.
 * A tokenizer that puts a space before every text does so before the reply too. The reply is scored as it stands, spaces and all, and what a template writes behind it, the end-of-turn token say, is not part
 * of it.
 *
 * <p>The words of all turns are taken as those of strangers: special tokens in them stay plain characters.
 */
public record ChatPassages(ChatTemplate template, Tokenizer tokenizer) {

    /**
     * The tokens of a conversation that ends where the assistant's next turn begins.
     *
     * @throws IllegalArgumentException when the template refuses these turns
     */
    public Tokens prompt(List<Turn> context) {
        return template.tokens(taken(context), tokenizer);
    }

    /** The passage that asks how likely a reply is. An empty reply is a continuation of no tokens. */
    public Passage passage(List<Turn> context, String reply) {
        return new Passage(prompt(context), tokenizer.encode(tokenizer.quote(reply)));
    }

    /**
     * The turns as the template takes them: where it takes no system turn, its words stand before the first words of the user.
     *
     * @throws IllegalArgumentException when there is no user whose words they could stand before
     */
    public List<Turn> taken(List<Turn> turns) {
        if (turns.isEmpty() || turns.getFirst().role() != Turn.Role.SYSTEM || template.takesSystem()) {
            return turns;
        }
        List<Turn> rest = new ArrayList<>(turns.subList(1, turns.size()));
        int user = rest.stream().map(Turn::role).toList().indexOf(Turn.Role.USER);
        if (user < 0) {
            throw new IllegalArgumentException("the chat template takes no system turn, and there is no user turn"
                    + " before whose words '" + turns.getFirst().text() + "' could stand");
        }
        rest.set(
                user,
                new Turn(
                        Turn.Role.USER,
                        turns.getFirst().text() + "\n\n" + rest.get(user).text()));
        return rest;
    }
}
