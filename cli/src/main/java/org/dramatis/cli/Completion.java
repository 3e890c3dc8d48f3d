package org.dramatis.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis completion}: prints a script that a shell sources to complete commands and options. */
@Command(
        name = "completion",
        header = "Print a script that completes commands and options in your shell.",
        description = {
            "",
            "In this shell:   source <(dramatis completion bash)",
            "In every shell:  put that line into ~/.bashrc, or with zsh into ~/.zshrc",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Completion implements Callable<Integer> {
    /** In lower case, as one types them. */
    enum Shell {
        bash,
        zsh
    }

    // One script serves both shells, zsh through bashcompinit. Naming the shell is what users of other tools expect.
    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES} (bash when omitted)")
    @SuppressWarnings("UnusedVariable")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("dramatis", spec.root().commandLine());
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
        return Exit.DONE;
    }
}
