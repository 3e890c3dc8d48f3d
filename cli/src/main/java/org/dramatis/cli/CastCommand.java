package org.dramatis.cli;

import picocli.CommandLine.Command;

/** {@code dramatis cast}: the personas under consideration. */
@Command(
        name = "cast",
        header = "List, show and import casts, and ask what a model can tell apart.",
        subcommands = {CastListCommand.class, CastShowCommand.class, CastImportCommand.class, CastCheckCommand.class})
final class CastCommand extends CommandGroup {}
