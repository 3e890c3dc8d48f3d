package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class FrameAverageTest {
    @Test
    void tokensSumToTheLogMeanExpOfTheFrames() {
        LogVector plain = LogVector.of(-1, -2, -0.5);
        LogVector vivid = LogVector.of(-3, -0.1, -0.2);
        LogVector average = FrameAverage.perToken(List.of(plain, vivid));
        double total = average.at(0) + average.at(1) + average.at(2);
        assertThat(total).isCloseTo(LogSpace.logMeanExp(-3.5, -3.3), within(1e-14));
        assertThat(average.at(0)).isCloseTo(Math.log((Math.exp(-1) + Math.exp(-3)) / 2), within(1e-14));
    }

    @Test
    void oneFrameStandsForItself() {
        LogVector only = LogVector.of(-1, -2);
        assertThat(FrameAverage.perToken(List.of(only)).toArray()).containsExactly(only.toArray(), within(1e-15));
    }

    @Test
    void aFrameThatCallsTheReplyImpossibleLeavesTheOthers() {
        LogVector never = LogVector.of(-1, Double.NEGATIVE_INFINITY, -1);
        LogVector average = FrameAverage.perToken(List.of(never, LogVector.of(-1, -1, -1)));
        assertThat(average.toArray()).containsExactly(new double[] {-1, -1 - Math.log(2), -1}, within(1e-14));
        assertThat(FrameAverage.perToken(List.of(never))).isEqualTo(LogVector.of(-1, Double.NEGATIVE_INFINITY, 0));
    }

    @Test
    void refusesFramesOfDifferentReplies() {
        assertThatThrownBy(() -> FrameAverage.perToken(List.of(LogVector.of(-1), LogVector.of(-1, -2))))
                .hasMessage("frames scored 1 and 2 tokens of the same reply");
        assertThatThrownBy(() -> FrameAverage.perToken(List.of())).hasMessageContaining("without frames");
    }
}
