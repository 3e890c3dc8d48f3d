package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class InterruptionTest {
    @Test
    void nobodyIsAskedToStopUnasked() {
        try (Interruption interruption = new Interruption()) {
            assertThat(interruption.getAsBoolean()).isFalse();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is ended without being asked")
    @Timeout(60)
    void aProcessThatIsToldToEndFinishesWhatItIsIn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongWork.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("working");
            process.toHandle().destroy(); // unlike the process itself, its handle leaves what it says readable
            assertThat(said.readLine()).isEqualTo("put away");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Works until it is asked to stop, and puts its work away. */
    static final class LongWork {
        private LongWork() {}

        public static void main(String... arguments) throws InterruptedException {
            try (Interruption interruption = new Interruption()) {
                System.out.println("working");
                while (!interruption.getAsBoolean()) {
                    Thread.sleep(10);
                }
                System.out.println("put away");
            }
        }
    }
}
