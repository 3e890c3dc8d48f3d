package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    private static final EpisodeId ID = new EpisodeId("support.jsonl:17");
    private static final Turn QUESTION = new Turn(Turn.Role.USER, "Is bleach good for a cough?");

    @Test
    void countsOnceUnlessToldOtherwise() {
        assertThat(new Episode(ID, List.of(QUESTION), "No!").weight()).isEqualTo(1);
        assertThat(new Episode(ID, List.of(QUESTION), "Yes.", -0.5).weight()).isEqualTo(-0.5);
    }

    @Test
    void keepsItsContext() {
        List<Turn> turns = new ArrayList<>(List.of(QUESTION));
        Episode episode = new Episode(ID, turns, "No!");
        turns.clear();
        assertThat(episode.context()).containsExactly(QUESTION);
    }

    @Test
    void refusesWhatCannotBeScored() {
        assertThatThrownBy(() -> new Episode(ID, List.of(), ""))
                .hasMessage("episode support.jsonl:17 has an empty reply: nothing can be scored");
        assertThatThrownBy(() -> new Episode(ID, List.of(), "No!", Double.NaN)).hasMessageContaining("weight NaN");
        assertThatThrownBy(() -> new EpisodeId(" ")).hasMessage("an episode id is blank");
        assertThatThrownBy(() -> new Reason(Reason.Kind.TOO_LONG, "")).hasMessageContaining("needs a detail");
    }
}
