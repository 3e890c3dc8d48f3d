package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class SurpriseLimitTest {
    /** 1, 2, ... n in an order that is not theirs. */
    private static double[] upTo(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray();
    }

    @Test
    void isTheQuantileThatOneReplyMoreWouldRespect() {
        assertThat(SurpriseLimit.of(0.99, upTo(99)).natsPerToken()).isEqualTo(99);
        assertThat(SurpriseLimit.of(0.99, upTo(999)).natsPerToken()).isEqualTo(990);
        assertThat(SurpriseLimit.of(0.5, upTo(4)).natsPerToken()).isEqualTo(3);
    }

    @Test
    void tooFewReferenceRepliesAreRefused() {
        assertThatThrownBy(() -> SurpriseLimit.of(0.99, upTo(98)))
                .hasMessage("98 reference replies cannot show the 0.99 quantile of surprise: it takes at least 99");
        assertThatThrownBy(() -> SurpriseLimit.of(0.9))
                .hasMessage("0 reference replies cannot show the 0.9 quantile of surprise: it takes at least 9");
    }

    @Test
    void whatIsNoQuantileOrNoSurpriseIsRefused() {
        assertThatThrownBy(() -> SurpriseLimit.of(1, upTo(9)))
                .hasMessage("the quantile of surprise is 1.0: it must lie between 0 and 1, 0.99 say");
        assertThatThrownBy(() -> SurpriseLimit.of(0.5, 1, Double.NaN))
                .hasMessage("reference reply 1 has surprise NaN: it must be finite");
    }

    @Test
    void countsWhatIsAtLeastAsSurprising() {
        SurpriseLimit limit = SurpriseLimit.of(0.9, upTo(9));

        assertThat(limit.tailProbability(100)).isEqualTo(0.1);
        assertThat(limit.tailProbability(8)).isEqualTo(0.3);
        assertThat(limit.tailProbability(-1)).isEqualTo(1);
    }

    @Test
    void surpriseIsThatOfTheMixturePerToken() {
        Evidence.Scored reply = new Evidence.Scored(new EpisodeId("r"), LogVector.of(-10, -20), 5);

        assertThat(SurpriseLimit.surprise(Weights.of(0.5, 0.5), reply))
                .isCloseTo(-Math.log(0.5 * Math.exp(-10) + 0.5 * Math.exp(-20)) / 5, within(1e-14));
    }

    @Test
    void noSurpriseIsNoSmallSurprise() {
        SurpriseLimit limit = SurpriseLimit.of(0.5, 1, 2, 3);

        assertThatThrownBy(() -> limit.tailProbability(Double.NaN))
                .hasMessage("a surprise is NaN: it must be a number");
        assertThat(limit.tailProbability(Double.POSITIVE_INFINITY)).isEqualTo(0.25);
    }
}
