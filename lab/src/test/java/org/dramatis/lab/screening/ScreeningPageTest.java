package org.dramatis.lab.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.junit.jupiter.api.Test;

/** Of readings that are made up: of so many replies of ten, the first-order top is the exact one. */
class ScreeningPageTest {
    private static final List<PersonaId> PERSONAS =
            IntStream.range(0, 10).mapToObj(k -> new PersonaId("p" + k)).toList();
    private static final ScreeningPage PAGE = new ScreeningPage(new ScreeningOutcome(
            List.of(
                    agreement("behind layer 1", 2, 4),
                    agreement("joint", 5, 5),
                    agreement("used", 7, 9),
                    agreement("in small casts", 9, 9)),
            List.of(trial(19, 10), trial(304, 160)),
            2,
            3,
            60,
            8));

    private static Agreement agreement(String way, int right, int rightOfTheOther) {
        return new Agreement(way, List.of(readings(right), readings(rightOfTheOther)));
    }

    private static Readings readings(int right) {
        List<FirstOrderEvidence> first = new ArrayList<>();
        for (int reply = 0; reply < 10; reply++) {
            first.add(new FirstOrderEvidence(PERSONAS, top(reply < right ? 0 : 9)));
        }
        return new Readings(first, Collections.nCopies(10, top(0)));
    }

    /** The others fall off in order. */
    private static LogVector top(int persona) {
        return LogVector.of(IntStream.range(0, 10)
                .mapToDouble(k -> k == persona ? 0 : -k - 1.0)
                .toArray());
    }

    private static CrowdTrial trial(int personas, double exactMilliseconds) {
        return new CrowdTrial(
                personas, 9, .01 * personas, .002, .018, exactMilliseconds / 1e3, readings(6), .05, .1, .09);
    }

    @Test
    void figuresAreThoseOfTheReadingsByTheirNames() {
        Map<String, Double> figures = PAGE.figures();

        assertThat(figures.get("layer_1_same_top")).isCloseTo(.3, within(1e-12));
        assertThat(figures.get("used_same_top")).isCloseTo(.8, within(1e-12));
        assertThat(figures.get("small_casts_same_top")).isCloseTo(.9, within(1e-12));
        assertThat(figures.get("used_recall_4")).isEqualTo(1);
        assertThat(figures.get("cast_304_recall_1")).isCloseTo(.6, within(1e-12));
        assertThat(figures.get("cast_304_exact_seconds_a_reply")).isEqualTo(.16);
    }

    /** 1,000 replies: 160 s exactly; 3.04 s for the vectors and 20 s for gradients and survivors. */
    @Test
    void theLineHasWhatScreeningSaves() {
        assertThat(PAGE.line())
                .startsWith("screening same_top=0.8000 recall_8=1.000 ")
                .contains(" personas=304 recall_crowd=1.000 times_cheaper=6.944 seeds=2");
    }

    @Test
    void thePageSaysWhatWasMeasuredAndByWhichCommand() {
        assertThat(PAGE.markdown())
                .contains(
                        "in **80 %** of the replies (chance 10.0 %)",
                        "among the first eight of 10 in **100 %**",
                        "| 304 | 9 | 3.0 | 2.0 | 18.0 | 160.0 | 23 | 160 |",
                        "`dramatis lab screening --seeds 2 --each 3 --rows 60 --casts 19,304 --survivors 8`");
    }
}
