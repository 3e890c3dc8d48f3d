package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.Audit;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.constitution.Constitution;
import org.dramatis.audit.data.EvidenceExport;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.Subject;
import org.dramatis.report.html.HtmlReport;
import org.dramatis.report.json.JsonReport;
import org.dramatis.report.terminal.TerminalReport;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis audit}: who does this data make the assistant become? */
@Command(
        name = "audit",
        header = "Tell who training on this data would make the assistant become, and which rows do it.",
        description = {
            "",
            "Each reply is scored under every persona of a cast; what training on it does to the",
            "assistant follows. Reads chats, prompts with completions, preference pairs and texts as",
            "JSON lines, JSON or Parquet, plain, in gzip or in zstd.",
            "",
            "Writes report.html, report.json, evidence.parquet and manifest.json to the folder --out.",
            "A run that was stopped goes on when the same command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", arity = "1..*", description = "Files, folders or patterns in quotes.")
    private List<String> data = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports are written (default: audit- and the name of the data).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Parts parts = new Parts();

    @Mixin
    private AmountOptions amount = new AmountOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the training that is forecast (default: all rows once).")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--turns",
            paramLabel = "WHICH",
            defaultValue = "ALL",
            description = "Which replies of a chat are learnt: all or last (default: all).")
    private Turns turns = Turns.ALL;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description =
                    "Score rows in random order until it is known with this probability, to a tenth, how much of the"
                            + " data the unwanted say; only those rows are ranked (default: score all).")
    private Optional<Double> confidence = Optional.empty();

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description = "End with exit code 1 when it holds after training: 'malicious>0.05', 'unwanted>=0.1',"
                    + " 'helpful<0.3'; may be given several times.")
    private List<String> gates = List.of();

    @Option(
            names = "--constitution",
            paramLabel = "FILE",
            description = "Clauses, one a line: which of them do the data support, which do they contradict?")
    private Optional<Path> constitution = Optional.empty();

    @Option(
            names = "--max-unscored",
            paramLabel = "N",
            defaultValue = "0",
            description = "End with exit code 3 when more replies could not be scored (default: ${DEFAULT-VALUE}).")
    private int mostUnscored;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "50",
            description = "Rows that the reports list (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--json", description = "Print the JSON report instead of lines.")
    private boolean json;

    @Option(names = "--quiet", description = "Say nothing on the way.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Instant began = Instant.now();
        long start = System.nanoTime();
        List<Gate> conditions = gates.stream().map(Gate::parse).toList();
        DataSet files = DataSet.of(data);
        NamedCast cast = parts.cast();
        Path folder = out.orElseGet(this::usualFolder);
        Fingerprint model = EvidenceOptions.fingerprint(parts.model().folder());
        try (Interruption interruption = new Interruption();
                KeptEvidence kept = evidence.open(model);
                TorchModel opened = parts.model().open()) {
            ChatModel chat = parts.model().chat(opened);
            FrameScorer frames = new FrameScorer(chat.framing(), chat.scorer(), Optional.of(kept));
            PrintWriter err = spec.commandLine().getErr();
            AuditResult result = new Audit(
                            new Subject(parts.model().name(), cast.name(), data, parts.seed()),
                            new CastScorer(cast.cast(), frames),
                            chat,
                            plan(cast, conditions))
                    .run(files, new ScoringProgress(err, cast.cast(), quiet, interruption));
            kept.flush();
            kept.notes().forEach(err::println);
            write(folder, result);
            new EvidenceExport(cast.cast(), frames, turns, parts.model().name())
                    .write(files, folder.resolve("evidence.parquet"));
            new RunManifest(
                            String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                            parts.model().folder(),
                            model,
                            cast.name(),
                            files,
                            parts.seed())
                    .write(folder.resolve("manifest.json"), began, Duration.ofNanos(System.nanoTime() - start));
            print(result, folder);
            return exit(result);
        }
    }

    private AuditPlan plan(NamedCast cast, List<Gate> conditions) {
        Calibration calibration = amount.calibration();
        return new AuditPlan(
                parts.unwanted(cast),
                parts.questions(cast),
                parts.probes(cast).probes(),
                turns,
                confidence,
                steps,
                amount.batch(),
                amount.rate(calibration),
                calibration,
                conditions,
                constitution.map(Constitution::read),
                top,
                parts.seed());
    }

    private Path usualFolder() {
        String name = String.valueOf(Path.of(data.getFirst()).getFileName());
        return Path.of("audit-" + name.replaceAll("(?<=[^.])\\..*$", "").replaceAll("[^\\w-]+", "-"));
    }

    private static void write(Path folder, AuditResult result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.html"), new HtmlReport(result).text());
            Files.writeString(folder.resolve("report.json"), new JsonReport(result).text());
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private void print(AuditResult result, Path folder) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.print(new JsonReport(result).text());
        } else {
            new TerminalReport(result, TerminalWidth.columns(), TerminalWidth.colour()).print(to);
            to.println();
            to.println("The whole report: " + folder.resolve("report.html"));
        }
        to.flush();
    }

    private int exit(AuditResult result) {
        if (!result.passed()) {
            return Exit.GATE_FAILED;
        }
        return result.counts().unscored().size() > mostUnscored ? Exit.TOO_MANY_UNSCORED : Exit.DONE;
    }
}
