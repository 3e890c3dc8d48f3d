package org.dramatis.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dramatis.store.written.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant or where to look. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + complaint(error, command, "`" + name + " --help`"));
        return Exit.BAD_USAGE;
    }

    private static String complaint(ParameterException error, CommandLine command, String help) {
        if (!(error instanceof UnmatchedArgumentException unmatched)) {
            return clause(Objects.requireNonNullElse(error.getMessage(), "bad usage")) + "; see " + help;
        }
        String typed = unmatched.getUnmatched().getFirst();
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        if (unmatched.isUnknownOption()) {
            List<String> options =
                    List.copyOf(command.getCommandSpec().optionsMap().keySet());
            return "unknown option '" + typed + "'; " + meant(typed, options, help + " lists the options");
        }
        return commands.isEmpty()
                ? "unexpected argument '" + typed + "'; see " + help
                : "unknown command '" + typed + "'; " + meant(typed, commands, help + " lists the commands");
    }

    private static String meant(String typed, List<String> known, String otherwise) {
        return Spelling.nearest(typed, known)
                .map(word -> "did you mean '" + word + "'?")
                .orElse(otherwise);
    }

    /** The parser's sentence "Invalid value for positional parameter at index 0 (SHELL): ..." as a clause of ours. */
    private static String clause(String sentence) {
        String line = sentence.lines().findFirst().orElse(sentence);
        String plain = line.replaceAll("positional parameter at index \\S+ \\((\\w+)\\)", "$1")
                .replaceAll("\\.$", "");
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }
}
