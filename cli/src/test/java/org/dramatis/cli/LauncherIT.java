package org.dramatis.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code ./dramatis} in a copy of the checkout, in a folder with a space in its name, with what this build just
 * packaged. Instead of Maven the copy has a fake {@code mvnw} that counts its calls.
 */
class LauncherIT {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path copy;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void copyTheCheckout() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "a launcher for POSIX shells");
        copy = Files.createDirectory(folder.resolve("a copy")).toRealPath();
        copyTree("dramatis");
        copyTree(".mvn/find-jdk");
        copyTree("cli/target/dramatis");
        Files.writeString(copy.resolve("pom.xml"), "");
        Path sources = Files.createDirectories(copy.resolve("core/src/main/java"));
        Files.writeString(sources.resolve("Persona.java"), "");
        stamp(Instant.now().plusSeconds(1));
        fakeMaven("echo built >>builds; sleep 1; touch cli/target/dramatis/built");
    }

    @Test
    void startsFromAnotherFolderThroughLinksWithoutBuilding() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), copy.resolve("dramatis"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("d"), link.getFileName());
        Ended run = launch(linkToLink, "--version").end();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("dramatis ");
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(builds()).isZero();
    }

    @Test
    void passesArgumentsAndExitCodesThrough() throws Exception {
        Ended run = launch(copy.resolve("dramatis"), "two words").end();
        assertThat(run.err().strip())
                .isEqualTo("dramatis: unknown command 'two words'; `dramatis --help` lists the commands");
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
    }

    @Test
    void theStartUpCacheFitsTheFlagsOfTheLauncher() throws Exception {
        assumeTrue(Files.exists(copy.resolve("cli/target/dramatis/dramatis.aot")), "this build could not make a cache");
        // With this mode the JVM ends with an error, instead of starting slowly, when it cannot use the cache.
        environment.put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
        Ended run = launch(copy.resolve("dramatis"), "--version").end();
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
    }

    @Test
    void theDatabaseFindsItsLibraryBesideItsJarAndUnpacksNone() throws Exception {
        assumeFalse(
                System.getProperty("os.name").startsWith("Mac")
                        && System.getProperty("os.arch").equals("x86_64"),
                "a platform that the database has no library for");
        Path lib = copy.resolve("cli/target/dramatis/lib");
        assertThat(lib).isDirectoryContaining("glob:**/libduckdb_java.so_*");
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("duckdb_jdbc"))
                    .toList()) {
                try (JarFile driver = new JarFile(jar.toFile())) {
                    assertThat(driver.stream().map(JarEntry::getName))
                            .contains("org/duckdb/DuckDBDriver.class")
                            .noneMatch(name -> name.startsWith("libduckdb"));
                }
            }
        }
    }

    @Test
    void startsWithoutTheStartUpCacheAndWithADamagedOne() throws Exception {
        Path cache = copy.resolve("cli/target/dramatis/dramatis.aot");
        Files.writeString(cache, "damaged");
        Ended damaged = launch(copy.resolve("dramatis"), "--version").end();
        Files.delete(cache);
        Ended without = launch(copy.resolve("dramatis"), "--version").end();
        assertThat(List.of(damaged, without)).allSatisfy(run -> {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("dramatis ");
            assertThat(run.exit()).isEqualTo(Exit.DONE);
        });
    }

    @Test
    void buildsOnceWhenASourceIsNewer() throws Exception {
        stamp(Instant.now().minusSeconds(60));
        Ended first = launch(copy.resolve("dramatis"), "--version").end();
        Ended second = launch(copy.resolve("dramatis"), "--version").end();
        assertThat(first.err()).contains("building, because sources have changed");
        assertThat(first.out()).startsWith("dramatis ");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void startsAtTheSameTimeShareOneBuild() throws Exception {
        Files.delete(copy.resolve("cli/target/dramatis/built"));
        List<Started> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starts.add(launch(copy.resolve("dramatis"), "--version"));
        }
        for (Started start : starts) {
            assertThat(start.end().exit()).isEqualTo(Exit.DONE);
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws Exception {
        Files.delete(copy.resolve("cli/target/dramatis/built"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path target = Files.createDirectory(copy.resolve("target"));
        Path lock = Files.createSymbolicLink(target.resolve("dramatis-build.lock"), Path.of("" + dead.pid()));
        assertThat(launch(copy.resolve("dramatis"), "--version").end().exit()).isEqualTo(Exit.DONE);
        assertThat(Files.isSymbolicLink(lock)).as("the lock is released").isFalse();
    }

    @Test
    void aBuildThatFailsShowsTheEndOfItsLog() throws Exception {
        Files.delete(copy.resolve("cli/target/dramatis/built"));
        fakeMaven("echo '[ERROR] Persona.java: cannot find symbol'; exit 1");
        Ended run = launch(copy.resolve("dramatis"), "--version").end();
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("cannot find symbol", "the build failed", copy.resolve("target/dramatis-build.log") + "");
    }

    @Test
    void withoutAJdkNewEnoughItListsWhatItSawAndExits69() throws Exception {
        Path finder = copy.resolve(".mvn/find-jdk");
        String text = Files.readString(finder);
        Files.writeString(finder, text.replace("needed_feature=25", "needed_feature=99"));
        assertThat(finder).content().isNotEqualTo(text);
        Ended run = launch(copy.resolve("dramatis"), "--version").end();
        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no JDK 99", System.getProperty("java.home"), "Install a JDK 99");
    }

    private void copyTree(String name) throws IOException {
        try (Stream<Path> paths = Files.walk(CHECKOUT.resolve(name))) {
            for (Path path : paths.toList()) {
                Path to = copy.resolve(CHECKOUT.relativize(path));
                Files.createDirectories(to.getParent());
                Files.copy(path, to, COPY_ATTRIBUTES);
            }
        }
    }

    private void stamp(Instant time) throws IOException {
        Files.setLastModifiedTime(copy.resolve("cli/target/dramatis/built"), FileTime.from(time));
    }

    private void fakeMaven(String body) throws IOException {
        script(copy.resolve("mvnw"), body);
    }

    private static void script(Path path, String body) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long builds() throws IOException {
        Path builds = copy.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private Started launch(Path launcher, String... args) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        List<String> command =
                Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    private record Ended(int exit, String out, String err) {}

    private record Started(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end within " + PATIENCE);
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }
}
