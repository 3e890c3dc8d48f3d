package org.dramatis.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dramatis model}: what concerns a model alone. */
@Command(
        name = "model",
        header = "Look at a model before work begins.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ModelCheck.class,
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Model implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.OFF);
        return Exit.BAD_USAGE;
    }
}
