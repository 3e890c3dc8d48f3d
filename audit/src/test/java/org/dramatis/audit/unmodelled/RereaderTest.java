package org.dramatis.audit.unmodelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.result.UnmodelledRow;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.verdict.RowVerdict;
import org.junit.jupiter.api.Test;

class RereaderTest {
    private static final Ordinary ORDINARY = Ordinary.of(
            Words.scorer(), new BarePrior(Words.scorer(), Words.MODEL, Words.QUESTIONS).replies(1), List.of());

    private static List<UnmodelledRow> reread(List<String> replies) {
        List<Turn> asked = List.of(new Turn(Turn.Role.USER, "?"));
        return new Rereader(Words.MODEL, Words.MODEL.scorer(), ORDINARY, 1)
                .reread(IntStream.range(0, replies.size())
                        .mapToObj(i -> new Episode(new EpisodeId("row " + i), asked, replies.get(i)))
                        .toList());
    }

    @Test
    void rowsOfOneFormAreACapability() {
        assertThat(reread(Words.form(40, new Random(1))))
                .hasSize(Rereader.MOST_ROWS)
                .allSatisfy(row -> assertThat(row.verdict()).isInstanceOf(RowVerdict.NewCapability.class));
    }

    @Test
    void rowsOfWordsAtRandomAreNoise() {
        assertThat(reread(Words.salad(40, new Random(2))))
                .hasSize(Rereader.MOST_ROWS)
                .allSatisfy(row -> assertThat(row.verdict()).isInstanceOf(RowVerdict.Noise.class));
    }

    @Test
    void eachIsReadAfterItsOwnKindWhateverElseIsThere() {
        List<String> both = new ArrayList<>(
                Stream.concat(Words.form(60, new Random(3)).stream(), Words.salad(60, new Random(4)).stream())
                        .toList());
        Collections.shuffle(both, new Random(5));

        List<UnmodelledRow> rows = reread(both);

        assertThat(rows).anySatisfy(row -> assertThat(isOfTheForm(row)).isTrue());
        assertThat(rows).anySatisfy(row -> assertThat(isOfTheForm(row)).isFalse());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.verdict())
                        .isInstanceOf(isOfTheForm(row) ? RowVerdict.NewCapability.class : RowVerdict.Noise.class));
    }

    @Test
    void repeatingIsNotLearning() {
        assertThat(reread(Collections.nCopies(40, Words.salad(1, new Random(6)).getFirst())))
                .as("none has others of its kind")
                .isEmpty();
    }

    private static boolean isOfTheForm(UnmodelledRow row) {
        return row.episode().reply().startsWith(Words.word(100) + Words.word(101));
    }
}
