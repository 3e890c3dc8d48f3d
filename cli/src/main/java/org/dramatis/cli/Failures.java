package org.dramatis.cli;

import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line what failed; the stack trace is for those who ask for it. A failure shares the code of bad input: a
 * script must not take it for the verdict of a gate.
 */
record Failures(BooleanSupplier debug) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        String name = command.getCommandSpec().qualifiedName();
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        command.getErr().println(name + ": " + message);
        if (debug.getAsBoolean()) {
            error.printStackTrace(command.getErr());
        }
        return Exit.BAD_USAGE;
    }
}
