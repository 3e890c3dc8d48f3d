package org.dramatis.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code dramatis}: the options that all commands share, and the list of commands. */
@Command(
        name = "dramatis",
        header = "Which character does your training data cast?%n",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditCommand.class,
            ExplainCommand.class,
            ForecastCommand.class,
            InoculateCommand.class,
            CastCommand.class,
            Model.class,
            Lab.class,
            HelpCommand.class,
            Completion.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            Exit.DONE + ":done, and within the gate",
            Exit.GATE_FAILED + ":the gate failed",
            Exit.BAD_USAGE + ":bad usage or input",
            Exit.TOO_MANY_UNSCORED + ":finished, but too many rows could not be scored"
        })
public final class Dramatis implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Dramatis() {}

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, ready to execute; {@code setOut} and {@code setErr} redirect what it prints. */
    static CommandLine commandLine() {
        Dramatis dramatis = new Dramatis();
        return new CommandLine(dramatis)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures(() -> dramatis.debug));
    }

    /** Without a command nothing was done, and a script whose command came out empty must not take that for success. */
    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        // Without colour: whether that is a terminal is known of standard output only.
        commandLine.usage(commandLine.getErr(), CommandLine.Help.Ansi.OFF);
        return Exit.BAD_USAGE;
    }
}
