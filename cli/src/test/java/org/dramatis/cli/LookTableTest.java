package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.junit.jupiter.api.Test;

class LookTableTest {
    private static String printed(Look... looks) {
        StringWriter out = new StringWriter();
        new LookTable(SmallWorld.world(), List.of(looks)).print(new PrintWriter(out, true));
        return out.toString();
    }

    private static Look look(int step, double first, double second) {
        return new Look(step, List.of(Weights.of(first, 1 - first), Weights.of(second, 1 - second)));
    }

    @Test
    void aLineIsTheMeanOverTheProbesAfterEachLook() {
        assertThat(printed(look(0, .5, .7), look(10, .25, .25)).lines())
                .containsExactly(
                        "after steps         0     10", "plain           0.600  0.250", "grim            0.400  0.750");
    }

    @Test
    void whoHardlyEverAnswersHasNoLine() {
        assertThat(printed(look(0, .999, .995), look(10, .999, .999)).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("plain");
    }
}
