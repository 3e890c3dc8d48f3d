package org.dramatis.core.inoculation;

import java.util.Comparator;
import java.util.List;

/**
 * Candidate prompts compared, by what is shown and not by what is hoped, so that few episodes are no advantage.
 *
 * <p>Admitted are prompts whose elicitation is settled to be at least the floor: a prompt under which the replies are
 * unlikely inoculates against other data. They are ranked by how much residual evidence there may still be, the upper end
 * of its interval; below 0 nothing is left to inoculate and all count as 0. Of equals the higher elicitation goes first, then
 * the order given.
 *
 * <p>The best of many looks better than it is. Read the winner once more on episodes that did not choose it.
 *
 * @param admitted best first
 * @param refused in the order given
 */
public record CandidateRanking(List<Candidate> admitted, List<Candidate> refused) {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingDouble(
                    candidate -> Math.max(0, candidate.residual().interval().high()))
            .thenComparing(candidate -> candidate.elicitation().point(), Comparator.reverseOrder());

    public CandidateRanking {
        admitted = List.copyOf(admitted);
        refused = List.copyOf(refused);
    }

    /**
     * @param elicitationFloor in nats per episode; 0 asks that the prompt make the replies no less likely
     */
    public static CandidateRanking of(List<Candidate> candidates, double elicitationFloor) {
        if (!Double.isFinite(elicitationFloor)) {
            throw new IllegalArgumentException(
                    "the floor of elicitation is " + elicitationFloor + ": it must be finite");
        }
        return new CandidateRanking(
                candidates.stream()
                        .filter(candidate -> clears(candidate, elicitationFloor))
                        .sorted(BEST_FIRST)
                        .toList(),
                candidates.stream()
                        .filter(candidate -> !clears(candidate, elicitationFloor))
                        .toList());
    }

    private static boolean clears(Candidate candidate, double elicitationFloor) {
        return candidate.elicitation().interval().low() >= elicitationFloor;
    }
}
