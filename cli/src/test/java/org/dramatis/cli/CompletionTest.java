package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
    @Test
    void theScriptKnowsEveryCommand() {
        Run run = Run.of("completion");
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains(Dramatis.commandLine().getSubcommands().keySet());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void zshGetsItThroughBashcompinit() {
        assertThat(Run.of("completion", "zsh").out()).contains("bashcompinit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theShellAcceptsTheScript(String shell) throws IOException, InterruptedException {
        assumeTrue(installed(shell), shell + " is not installed");
        Process check =
                new ProcessBuilder(shell, "-n").redirectErrorStream(true).start();
        try (OutputStream in = check.getOutputStream()) {
            in.write(Run.of("completion", shell).out().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(check.getInputStream()).asString(StandardCharsets.UTF_8).isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static boolean installed(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", ":").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
