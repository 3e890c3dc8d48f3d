package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class ExampleMemoryTest {
    private static final int VOCABULARY = 4;
    private static final double UNIFORM = Math.log(1.0 / VOCABULARY);

    private static LogVector uniform(int tokens) {
        return LogVector.of(Collections.nCopies(tokens, UNIFORM).stream()
                .mapToDouble(x -> x)
                .toArray());
    }

    @Test
    void withoutExamplesTheModelIsBelieved() {
        LogVector read = new ExampleMemory(List.of()).read(List.of(2, 0), LogVector.of(-1, -900));

        assertThat(read.at(0)).isCloseTo(-1, within(1e-12));
        assertThat(read.at(1)).isCloseTo(-900, within(1e-9));
    }

    @Test
    void aTokenIsAsLikelyAsTheModelAndMethodCOfWittenAndBellHaveItOnAverage() {
        ExampleMemory memory = new ExampleMemory(List.of(List.of(0, 1), List.of(0, 2)));

        LogVector read = memory.read(List.of(0, 1), uniform(2));

        // Anywhere 0 stood twice of four, of three kinds; at the beginning twice of twice, of one kind.
        double anywhere = (2 + 3 * .25) / (4 + 3);
        assertThat(Math.exp(read.at(0))).isCloseTo(((2 + anywhere) / 3 + .25) / 2, within(1e-12));
        // 1 stood once of four; once of twice behind 0, and so behind 0 at the beginning.
        double once = (1 + 3 * .25) / (4 + 3);
        double behind = (1 + 2 * once) / 4;
        assertThat(Math.exp(read.at(1))).isCloseTo(((1 + 2 * behind) / 4 + .25) / 2, within(1e-12));
    }

    @Test
    void behindWhateverWasReadTheProbabilitiesAddUpToOne() {
        ExampleMemory memory = new ExampleMemory(List.of(List.of(0, 1, 2, 0, 1, 3), List.of(1, 1, 2), List.of(3)));

        for (List<Integer> before : List.of(List.<Integer>of(), List.of(0), List.of(0, 1), List.of(3, 3, 3, 3))) {
            double all = 0;
            for (int token = 0; token < VOCABULARY; token++) {
                List<Integer> reply = new ArrayList<>(before);
                reply.add(token);
                all += Math.exp(memory.read(reply, uniform(reply.size())).at(before.size()));
            }
            assertThat(all).as("behind %s", before).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void noExampleMakesATokenMoreSurprisingByMoreThanLogTwo() {
        ExampleMemory memory = new ExampleMemory(Collections.nCopies(1000, List.of(0, 0, 0)));

        assertThat(memory.read(List.of(3, 3), LogVector.of(-1, -900)).toArray()).satisfies(logs -> {
            assertThat(logs[0]).isBetween(-1 - Math.log(2), -1.0);
            assertThat(logs[1]).isBetween(-900 - Math.log(2), -900.0);
        });
    }

    @Test
    void aReplyNeedsALogProbabilityPerToken() {
        assertThatThrownBy(() -> new ExampleMemory(List.of()).read(List.of(1, 2), LogVector.of(-1)))
                .hasMessageContaining("1 log-probabilities for a reply of 2 tokens");
    }
}
