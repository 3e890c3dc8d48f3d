package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dramatis.audit.cast.NamedCast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dramatis cast list}: the casts that have a name. */
@Command(
        name = "list",
        header = "List the casts that ship.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("cast           personas  what it is for");
        for (String name : CastName.names()) {
            NamedCast cast = new CastName(name).shown(new WorldOptions());
            out.printf("%-14s %8d  %s%n", name, cast.cast().size(), cast.about());
        }
        out.printf("%nSee one: dramatis cast show NAME%n");
        out.flush();
        return Exit.DONE;
    }
}
