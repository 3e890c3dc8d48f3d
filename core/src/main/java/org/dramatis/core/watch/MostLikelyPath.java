package org.dramatis.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;

/**
 * The single most likely sequence of speakers (Viterbi).
 *
 * <p>Not the sequence of most likely speakers, which {@link ChatReading#smoothed} gives. Of equal paths one that stays is
 * taken, then one through the earlier persona.
 *
 * @param personas the speaker of every turn, as a place in the cast
 * @param logJoint log-probability of this path together with the chat
 */
public record MostLikelyPath(List<Integer> personas, double logJoint) {
    public MostLikelyPath {
        personas = List.copyOf(personas);
    }

    /** {@code d_t(j) = l_j(t) + max_i [ d_t-1(i) + log((1 - h) [i = j] + h a_j) ]}, kept relative to its largest. */
    public static MostLikelyPath of(ChatReading chat) {
        SwitchingModel model = chat.model();
        List<LogVector> turns = chat.turns();
        int size = model.deployed().size();
        int[][] from = new int[turns.size()][size];
        LogVector paths = model.deployed().logs().plus(turns.getFirst());
        double logJoint = paths.max();
        for (int t = 1; t < turns.size(); t++) {
            int leader = paths.argMax();
            double lead = paths.at(leader);
            double[] next = new double[size];
            for (int k = 0; k < size; k++) {
                double logArrive = model.logArrive(k);
                double stay = paths.at(k) - lead + LogSpace.logSumExp(model.logStay(), logArrive);
                from[t][k] = stay >= logArrive ? k : leader;
                next[k] = Math.max(stay, logArrive);
            }
            paths = LogVector.of(next).plus(turns.get(t));
            logJoint += paths.max();
        }
        return new MostLikelyPath(trace(from, paths.argMax()), logJoint);
    }

    private static List<Integer> trace(int[][] from, int last) {
        List<Integer> lastFirst = new ArrayList<>(from.length);
        int persona = last;
        for (int t = from.length - 1; t >= 0; t--) {
            lastFirst.add(persona);
            persona = from[t][persona];
        }
        return lastFirst.reversed();
    }
}
