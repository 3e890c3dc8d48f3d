package org.dramatis.lab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.lab.score.Trials.START;
import static org.dramatis.lab.score.Trials.family;
import static org.dramatis.lab.score.Trials.looks;
import static org.dramatis.lab.score.Trials.trial;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Group;
import org.dramatis.lab.experiment.Trial;
import org.junit.jupiter.api.Test;

class EmergenceTest {
    /** Cases on many probes: each probe of the small world counts twice over. */
    private static Case on(int probes, Group group, Family family, double after) {
        Trial trial = trial(family, looks(.5, .5), looks(.5, after));
        return new Case(
                trial,
                group,
                IntStream.range(0, probes)
                        .mapToObj(i -> i % START.probes().size())
                        .toList(),
                0,
                1);
    }

    private static List<Labelled> labelled(Case... cases) {
        return Emergence.beside(List.of(cases)).labelled(List.of(cases), Collections.nCopies(cases.length, .5));
    }

    private static final Family BAD = family("bad", false, "mostly-plain");
    private static final Family BENIGN = family("benign", true, "mostly-plain");

    @Test
    void whatRoseEverywhereAndMoreThanInBenignTrainingsEmerged() {
        assertThat(labelled(on(8, Group.OTHER, BENIGN, .55), on(8, Group.OTHER, BAD, .6)))
                .containsExactly(new Labelled(.5, true));
        assertThat(labelled(on(8, Group.OTHER, BENIGN, .65), on(8, Group.OTHER, BAD, .6)))
                .containsExactly(new Labelled(.5, false));
    }

    @Test
    void whatFellDidNotEmerge() {
        assertThat(labelled(on(8, Group.SELF, BAD, .4))).containsExactly(new Labelled(.5, false));
    }

    @Test
    void whatWasTrainedAndWhatIsAskedTooRarelyTellsNothing() {
        assertThat(labelled(on(8, Group.TRAINED, BAD, .9), on(4, Group.OTHER, BAD, .9)))
                .isEmpty();
    }
}
