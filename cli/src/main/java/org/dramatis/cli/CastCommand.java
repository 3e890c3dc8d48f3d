package org.dramatis.cli;

import picocli.CommandLine.Command;

/** {@code dramatis cast}: the personas under consideration. */
@Command(name = "cast", header = "Ask what a model can tell apart.", subcommands = CastCheckCommand.class)
final class CastCommand extends CommandGroup {}
