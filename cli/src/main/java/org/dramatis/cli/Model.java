package org.dramatis.cli;

import picocli.CommandLine.Command;

/** {@code dramatis model}: what concerns a model alone. */
@Command(name = "model", header = "Look at a model before work begins.", subcommands = ModelCheck.class)
final class Model extends CommandGroup {}
