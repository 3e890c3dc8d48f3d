package org.dramatis.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dramatis cast}: the personas under consideration. */
@Command(
        name = "cast",
        header = "Ask what a model can tell apart.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CastCheckCommand.class,
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.OFF);
        return Exit.BAD_USAGE;
    }
}
