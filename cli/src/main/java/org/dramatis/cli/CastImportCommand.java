package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dramatis.audit.cast.CastImport;
import org.dramatis.audit.cast.CastWriter;
import org.dramatis.audit.cast.PersonaFile;
import org.dramatis.core.cast.PersonaId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis cast import}: a cast of persona files that other tools read. */
@Command(
        name = "import",
        header = "Make a cast file of trait and role files in JSON.",
        description = {
            "",
            "A trait file has instructions in pairs of pos and neg, a role file only pos;",
            "both have questions. Each file becomes a persona named after it. Whom a cast",
            "needs besides is added: a helpful persona, and documents.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Trait or role files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The cast file to write.")
    private Path out = Path.of("");

    @Option(names = "--opposites", description = "Make a persona of the neg of each trait too: not-evil, say.")
    private boolean opposites;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter printed = spec.commandLine().getOut();
        List<PersonaFile> personas = files.stream().map(PersonaFile::read).toList();
        String name = String.valueOf(out.getFileName()).replaceFirst("\\.ya?ml$", "");
        CastImport cast = CastImport.of(name, personas, opposites);
        write(new CastWriter(cast.cast()).yaml());
        personas.forEach(persona -> describe(persona, printed));
        if (!cast.added().isEmpty()) {
            printed.println(
                    "added: " + cast.added().stream().map(PersonaId::value).collect(Collectors.joining(", ")));
        }
        printed.printf(
                "%s: %d personas, %d questions; nobody is marked as unwanted yet%n",
                out, cast.cast().cast().size(), cast.cast().questions().size());
        printed.printf("See it: dramatis cast show %s%n", out);
        printed.flush();
        return Exit.DONE;
    }

    private static void describe(PersonaFile persona, PrintWriter printed) {
        printed.printf(
                "%s: a %s, %d portraits%s, %d questions%s%n",
                persona.id(),
                persona.isTrait() ? "trait" : "role",
                persona.portraits().size(),
                persona.isTrait() ? " and " + persona.opposites().size() + " of the opposite" : "",
                persona.questions().size(),
                persona.passedOver() > 0
                        ? "; passed over " + persona.passedOver() + " that are blank or hold a {placeholder}"
                        : "");
    }

    /** A cast file is edited by hand afterwards: it is not overwritten. */
    private void write(String yaml) {
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
            Files.writeString(out, yaml, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new UncheckedIOException(out + " is there already: give another --out, or remove it first", there);
        } catch (IOException problem) {
            throw new UncheckedIOException(out + " cannot be written: " + problem.getMessage(), problem);
        }
    }
}
