package org.dramatis.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.Test;

class ProminenceTest {
    private static final AuditResult BAD = Samples.bad();
    private static final Prominence PROMINENCE = new Prominence(BAD);

    @Test
    void whoWasOfWeightOnTheWayIsShownByTheWeightAtItsEnd() {
        assertThat(names(PROMINENCE.onTheWay(7)))
                .containsExactly("malicious", "helpful", "saboteur", "expert", "cautious");
        assertThat(names(PROMINENCE.onTheWay(2))).containsExactly("malicious", "helpful");
    }

    @Test
    void whoExplainsSomeOfTheDataIsInATableThoughOfLittleWeight() {
        assertThat(names(PROMINENCE.inATable(19))).contains("manipulative").doesNotContain("pirate");
    }

    @Test
    void theUnwantedThatMayHaveSaidARowComeFirst() {
        assertThat(names(PROMINENCE.speaking(BAD.rows(), 20)))
                .containsExactly("malicious", "saboteur", "manipulative", "incompetent");
    }

    @Test
    void aRowThatOnePersonaSaysForSureHasOthersBesideIt() {
        assertThat(PROMINENCE.speaking(BAD.rows().subList(0, 1), 20)).hasSize(4);
        assertThat(PROMINENCE.speaking(BAD.rows().subList(0, 1), 3)).hasSize(3);
    }

    private static List<String> names(List<Integer> places) {
        return places.stream()
                .map(place -> BAD.standings().get(place).persona().id().value())
                .toList();
    }
}
