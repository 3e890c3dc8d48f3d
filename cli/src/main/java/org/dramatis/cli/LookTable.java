package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.world.World;

/** Who answers after so many steps, a mean over all probes: the personas whose answers are likely at the start or at the end. */
record LookTable(World world, List<Look> looks) {
    private static final double WORTH_A_LINE = .01;

    void print(PrintWriter out) {
        out.printf("%-14s", "after steps");
        looks.forEach(look -> out.printf("%7d", look.step()));
        out.println();
        for (int persona = 0; persona < world.personas().size(); persona++) {
            int answer = persona;
            if (Math.max(mean(looks.getFirst(), answer), mean(looks.getLast(), answer)) >= WORTH_A_LINE) {
                out.printf("%-14s", world.personas().get(answer).id());
                looks.forEach(look -> out.printf(Locale.ROOT, "%7.3f", mean(look, answer)));
                out.println();
            }
        }
    }

    private static double mean(Look look, int answer) {
        return look.answers().stream()
                .mapToDouble(answers -> answers.at(answer))
                .average()
                .orElseThrow();
    }
}
