package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class DramatisTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesEveryCommandAndExitCode(String arg) {
        Run run = Run.of(arg);
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .startsWith("Which character does your training data cast?")
                .contains(Dramatis.commandLine().getSubcommands().keySet())
                .contains("0   done", "1   the gate failed", "2   bad usage", "3   finished");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help completion", "help help"})
    void helpFitsEightyPlainColumns(String line) {
        assertThat(Run.of(line.split(" ")).out().lines())
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(text).hasSizeLessThanOrEqualTo(80).doesNotContain("\033"));
    }

    @Test
    void withoutACommandItShowsHelpButDoesNotSucceed() {
        Run run = Run.of();
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).isEqualTo(Run.of("--help").out());
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void versionNamesThisBuildAndItsJava(String arg) {
        Run run = Run.of(arg);
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).containsPattern("^dramatis \\d+\\.\\d+").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hlep            | dramatis: unknown command 'hlep'; did you mean 'help'?",
                "elephant        | dramatis: unknown command 'elephant'; `dramatis --help` lists the commands",
                "--hepl          | dramatis: unknown option '--hepl'; did you mean '--help'?",
                "--elephant      | dramatis: unknown option '--elephant'; `dramatis --help` lists the options",
                "help hlep       | dramatis: unknown subcommand 'hlep'; see `dramatis --help`",
                "completion --x  | dramatis completion: unknown option '--x'; `dramatis completion --help` lists the options",
                "completion zsh x| dramatis completion: unexpected argument 'x'; see `dramatis completion --help`",
            })
    void aWrongLineIsAnsweredInOneLine(String line, String answer) {
        Run run = Run.of(line.strip().split(" "));
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).isEqualTo(answer + System.lineSeparator());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aWrongValueIsNamedWithWhatIsAllowed() {
        Run run = Run.of("completion", "fish");
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err().lines()).singleElement().asString().contains("value for SHELL", "[bash, zsh]", "'fish'");
    }

    @Test
    void aFailureIsOneLineAndShowsItsStackTraceOnlyWhenAsked() {
        Run plain = Run.of(withBrokenCommand(), "broken");
        assertThat(plain.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(plain.err()).isEqualTo("dramatis broken: the disk is full" + System.lineSeparator());

        Run debug = Run.of(withBrokenCommand(), "broken", "--debug");
        assertThat(debug.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(debug.err()).startsWith(plain.err()).contains("at org.dramatis.cli.DramatisTest$Broken.call");
    }

    private static CommandLine withBrokenCommand() {
        return Dramatis.commandLine().addSubcommand(new Broken());
    }

    @Command(name = "broken")
    private static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("the disk is full");
        }
    }
}
