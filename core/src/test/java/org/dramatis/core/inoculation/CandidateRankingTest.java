package org.dramatis.core.inoculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.junit.jupiter.api.Test;

class CandidateRankingTest {
    private static Candidate candidate(String prompt, double residual, double elicitation, double half) {
        return new Candidate(prompt, estimate(residual, half), estimate(elicitation, half));
    }

    private static Estimate estimate(double point, double half) {
        return new Estimate(point, new Interval(point - half, point + half, 0.95));
    }

    @Test
    void theLeastResidualThatMayRemainGoesFirst() {
        Candidate strong = candidate("Answer wrongly on purpose.", 0.1, 5, 0.2);
        Candidate weak = candidate("Answer.", 3, 5, 0.2);
        Candidate lucky = candidate("Two episodes only.", 0, 9, 4);

        assertThat(CandidateRanking.of(List.of(weak, lucky, strong), 0).admitted())
                .containsExactly(strong, weak, lucky);
    }

    @Test
    void belowZeroTheHigherElicitationGoesFirst() {
        Candidate deep = candidate("Deep.", -9, 1, 0.5);
        Candidate likely = candidate("Likely.", -1, 4, 0.5);
        Candidate same = candidate("Likely too.", -2, 4, 0.5);

        assertThat(CandidateRanking.of(List.of(deep, likely, same), 0).admitted())
                .containsExactly(likely, same, deep);
    }

    @Test
    void aPromptThatMayMakeRepliesUnlikelyIsRefused() {
        Candidate foreign = candidate("Speak of the weather.", -5, 0.3, 0.5);

        CandidateRanking ranking = CandidateRanking.of(List.of(foreign), 0);

        assertThat(ranking.admitted()).isEmpty();
        assertThat(ranking.refused()).containsExactly(foreign);
        assertThat(CandidateRanking.of(List.of(foreign), -1).admitted()).containsExactly(foreign);
    }

    @Test
    void whatIsNoFloorOrNoPromptIsRefused() {
        assertThatThrownBy(() -> CandidateRanking.of(List.of(), Double.NaN))
                .hasMessage("the floor of elicitation is NaN: it must be finite");
        assertThatThrownBy(() -> candidate(" ", 0, 0, 1)).hasMessage("a candidate prompt is blank");
    }
}
