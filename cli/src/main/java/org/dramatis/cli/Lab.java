package org.dramatis.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dramatis lab}: training for real. */
@Command(
        name = "lab",
        header = "Train for real, in a world whose truth is known.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LabWorld.class,
            LabData.class,
            LabPretrain.class,
            LabMidtrain.class,
            LabPosttrain.class,
            LabExam.class,
            LabExperiment.class
        },
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Lab implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.OFF);
        return Exit.BAD_USAGE;
    }
}
