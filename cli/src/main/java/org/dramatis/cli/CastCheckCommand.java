package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.check.CastCheck;
import org.dramatis.audit.check.KeptCheck;
import org.dramatis.audit.result.Separation;
import org.dramatis.report.json.SeparationJson;
import org.dramatis.store.evidence.KeptEvidence;
import org.dramatis.store.written.WrittenLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis cast check}: can this model tell these personas apart at all? */
@Command(
        name = "check",
        header = "Let a model speak as each persona and see whether it recognises who spoke.",
        description = {
            "",
            "Each persona answers questions; each reply alone is attributed by posterior,",
            "nobody being likelier before. What a model cannot tell apart here, no verdict",
            "of it distinguishes. The result is kept beside the evidence, and verdicts warn by it.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastCheckCommand implements Callable<Integer> {
    private static final int FRAMES = 3;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private ServedOptions served = new ServedOptions();

    @Mixin
    private CastOptions casts = new CastOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--replies",
            paramLabel = "N",
            defaultValue = "20",
            description = "Replies of each persona (default: ${DEFAULT-VALUE}).")
    private int replies;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "Questions to ask, one a line (default: those of the cast).")
    private Optional<Path> questions = Optional.empty();

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NamedCast cast = casts.chosen(options, world, FRAMES);
        List<String> asked = questions.map(WrittenLines::read).orElse(cast.questions());
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("the cast '" + cast.name()
                    + "' has no questions to ask its personas: give --questions FILE, or list some under 'questions'");
        }
        try (Interruption _ = new Interruption();
                OpenedModel model = OpenedModel.of(options, served, evidence, cast.cast());
                KeptEvidence kept = evidence.open(model)) {
            Separation separation = new CastCheck(cast.cast(), model.chat(), asked).separation(replies, world.seed());
            new KeptCheck(kept.findings(), model.chat().alterations()).keep(separation);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.print(new SeparationJson(separation).text());
            } else {
                new PersonaConfusion(separation).print(out);
            }
            out.flush();
        }
        return Exit.DONE;
    }
}
