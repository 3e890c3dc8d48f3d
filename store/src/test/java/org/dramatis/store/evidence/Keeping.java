package org.dramatis.store.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process of its own that keeps evidence, and says after each flush how many episodes are on the disk. */
final class Keeping implements AutoCloseable {
    static final int FRAMES = 3;

    private final Process process;
    private final BufferedReader said;

    /** Keeps the episodes from {@code from} to {@code to}, and flushes after every {@code each}. */
    Keeping(Path folder, int from, int to, int each) throws IOException {
        // Where DuckDB unpacks its library, which stays there when the process is killed.
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeping.class.getName(),
                        folder.toString(),
                        Integer.toString(from),
                        Integer.toString(to),
                        Integer.toString(each))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) {
        int from = Integer.parseInt(args[1]);
        int to = Integer.parseInt(args[2]);
        int each = Integer.parseInt(args[3]);
        try (KeptEvidence kept = KeptEvidence.open(Path.of(args[0]), Made.MODEL, InstantSource.system())) {
            for (int at = from; at < to; at += each) {
                Made.keep(kept, FRAMES, at, Math.min(to, at + each));
                kept.flush();
                System.out.println(Math.min(to, at + each));
            }
        }
    }

    /** Waits for the next flush. Zero when the process has ended. */
    int flushed() throws IOException {
        String line = said.readLine();
        return line == null ? 0 : Integer.parseInt(line);
    }

    /** Kills the process, and returns the last flush that it had told of. */
    int kill(int before) throws IOException, InterruptedException {
        // By its handle: the process itself would close what it said.
        process.toHandle().destroyForcibly();
        int last = before;
        for (int next = flushed(); next > 0; next = flushed()) {
            last = next;
        }
        process.waitFor();
        return last;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
