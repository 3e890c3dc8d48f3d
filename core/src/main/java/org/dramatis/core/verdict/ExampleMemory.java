package org.dramatis.core.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;

/**
 * A reader who remembers examples word by word, beside a model that may or may not.
 *
 * <pre>{@code
 * p(y | c) = ( n(c y) + d(c) p(y | c without its first token) ) / ( n(c) + d(c) ),        p(y | nothing) from the model
 * }</pre>
 *
 * with n(c y) how often y followed the tokens c in the examples, and d(c) how many different tokens did (Witten and Bell 1991, IEEE
 * Trans. Inf. Theory 37, method C). Of the two probabilities, with the examples and from the model alone, the mean is believed:
 * whatever the examples are, they make no token more surprising by more than log 2. Small models do not learn a form that they never
 * saw by reading it; this reader does, so that what examples teach does not depend on the size of the model.
 */
public final class ExampleMemory {
    /** Tokens before a token that are remembered with it. */
    private static final int LONGEST = 3;

    /** Stands before the first token of every example and reply. */
    private static final int BEGINNING = -1;

    private final Map<List<Integer>, Map<Integer, Integer>> followers = new HashMap<>();

    /** @param examples as the ids of their tokens */
    public ExampleMemory(List<List<Integer>> examples) {
        for (List<Integer> example : examples) {
            for (int t = 0; t < example.size(); t++) {
                for (List<Integer> context : contexts(example, t)) {
                    followers.computeIfAbsent(context, _ -> new HashMap<>()).merge(example.get(t), 1, Integer::sum);
                }
            }
        }
    }

    /**
     * The log-probability of each token of a reply.
     *
     * @param model what the model says of each
     */
    public LogVector read(List<Integer> reply, LogVector model) {
        if (reply.size() != model.size()) {
            throw new IllegalArgumentException(
                    model.size() + " log-probabilities for a reply of " + reply.size() + " tokens");
        }
        double[] logs = new double[reply.size()];
        for (int t = 0; t < logs.length; t++) {
            double remembered = model.at(t);
            for (List<Integer> context : contexts(reply, t)) {
                remembered = sharpened(context, reply.get(t), remembered);
            }
            logs[t] = LogSpace.logMeanExp(model.at(t), remembered);
        }
        return LogVector.of(logs);
    }

    /** In logarithms: what a model finds all but impossible must not become impossible. */
    private double sharpened(List<Integer> context, int token, double shorter) {
        Map<Integer, Integer> seen = followers.getOrDefault(context, Map.of());
        if (seen.isEmpty()) {
            return shorter;
        }
        int different = seen.size();
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        int times = seen.getOrDefault(token, 0);
        double log = times == 0 ? Math.log(different) + shorter : Math.log(times + different * Math.exp(shorter));
        return log - Math.log(all + different);
    }

    /** What stands before a token: nothing, the last token, the last two... */
    private static List<List<Integer>> contexts(List<Integer> tokens, int place) {
        List<List<Integer>> contexts = new ArrayList<>();
        for (int length = 0; length <= Math.min(LONGEST, place + 1); length++) {
            List<Integer> context = new ArrayList<>();
            for (int t = place - length; t < place; t++) {
                context.add(t < 0 ? BEGINNING : tokens.get(t));
            }
            contexts.add(context);
        }
        return contexts;
    }
}
