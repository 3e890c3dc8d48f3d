package org.dramatis.torch.train;

import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Lesson;

/** What a network can read: a token outside its vocabulary or a text beyond its context is refused before training begins. */
record Requirements(Architecture architecture) {
    /** Room for a reply that is not drawn yet. */
    private static final Tokens LEAST_REPLY = Tokens.of(0);

    /** @throws IllegalArgumentException naming the example */
    void check(Lesson lesson) {
        switch (lesson) {
            case Lesson.Imitation(var demonstrations) -> {
                for (int i = 0; i < demonstrations.size(); i++) {
                    check(
                            "demonstration " + i,
                            demonstrations.get(i).prompt(),
                            demonstrations.get(i).reply());
                }
            }
            case Lesson.Preferences(var pairs, double _) -> {
                for (int i = 0; i < pairs.size(); i++) {
                    check(
                            "the chosen reply of pair " + i,
                            pairs.get(i).prompt(),
                            pairs.get(i).chosen());
                    check(
                            "the rejected reply of pair " + i,
                            pairs.get(i).prompt(),
                            pairs.get(i).rejected());
                }
            }
            case Lesson.Rewarded rewarded -> {
                for (int i = 0; i < rewarded.size(); i++) {
                    check("prompt " + i, rewarded.prompts().get(i), LEAST_REPLY);
                }
            }
        }
    }

    private void check(String what, Tokens prompt, Tokens reply) {
        Tokens whole = prompt.followedBy(reply);
        if (whole.length() > architecture.context()) {
            throw new IllegalArgumentException(what + " comes to " + whole.length() + " tokens: the model reads "
                    + architecture.context() + " at once. Shorten it or leave it out");
        }
        for (int t = 0; t < whole.length(); t++) {
            if (whole.at(t) >= architecture.vocabulary()) {
                throw new IllegalArgumentException(what + " has token id " + whole.at(t) + ": the vocabulary ends at "
                        + (architecture.vocabulary() - 1) + ". Was it made with this model's tokenizer?");
            }
        }
    }
}
