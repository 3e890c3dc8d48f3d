package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dramatis.torch.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains is killed at moments that nobody chose, and another goes on. */
class KillTest {
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasSavedAndEndsWhereItWouldHave() throws Exception {
        Random random = new Random(11);
        Path killed = folder.resolve("killed");
        int saved = 0;
        for (int i = 0; i < KILLS; i++) {
            saved = runAndKill(killed, saved, 1 + random.nextInt(8), random.nextInt(1_000_000));
        }
        try (Workers workers = new Workers(2);
                BaseModel base = Tiny.model();
                TorchTraining resumed = KilledRun.open(base, killed, workers);
                TorchTraining whole = KilledRun.open(base, folder.resolve("whole"), workers)) {
            assertThat(resumed.step()).isBetween(saved, KilledRun.PLAN.steps() - 1);
            resumed.finish(progress -> {});
            whole.finish(progress -> {});
            assertThat(resumed.losses()).isEqualTo(whole.losses());
        }
    }

    /**
     * Lets a process go on for some steps and some time, and kills it without warning.
     *
     * @return the last step of which it was heard that its state is on disk
     */
    private int runAndKill(Path run, int savedBefore, int steps, int nanoseconds) throws Exception {
        Process process = start(run);
        try (BufferedReader output = process.inputReader()) {
            int step = read(output);
            assertThat(step).isGreaterThanOrEqualTo(savedBefore);
            for (int i = 0; i < steps; i++) {
                step = read(output);
            }
            Thread.sleep(0, nanoseconds);
            process.destroyForcibly().waitFor();
            return step;
        }
    }

    private int read(BufferedReader output) throws IOException {
        String line = output.readLine();
        assertThat(line).as("output of the process; its errors: %s", errors()).isNotNull();
        return Integer.parseInt(String.valueOf(line));
    }

    private String errors() throws IOException {
        Path errors = folder.resolve("errors");
        return Files.exists(errors) ? Files.readString(errors) : "none";
    }

    private Process start(Path run) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--") || argument.contains("bytedeco"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), KilledRun.class.getName(), run.toString()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }
}
