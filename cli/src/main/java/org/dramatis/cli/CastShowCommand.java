package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis cast show}: who is in a cast. */
@Command(
        name = "show",
        header = "Show the personas of a cast, and the frames that make a model play them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME|FILE", description = "A cast that ships, or a cast file.")
    private String name = "";

    @Option(names = "--lines", description = "Print the example lines too.")
    private boolean lines;

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new CastPage(new CastName(name).shown(world), lines).print(out);
        out.flush();
        return Exit.DONE;
    }
}
