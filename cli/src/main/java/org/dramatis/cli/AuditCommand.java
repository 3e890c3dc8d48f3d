package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.Audit;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.constitution.Constitution;
import org.dramatis.audit.data.EvidenceExport;
import org.dramatis.audit.data.RankingExport;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.RowStanding;
import org.dramatis.audit.screening.Survivors;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.report.html.HtmlReport;
import org.dramatis.report.json.JsonReport;
import org.dramatis.report.terminal.TerminalReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "Writes report.html, report.json, rows.jsonl, evidence.parquet and manifest.json to the",
            "folder --out.",
            "A run that was stopped goes on when the same command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditCommand extends DataCommand {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports are written (default: audit- and the name of the data).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the training that is forecast (default: all rows once).")
    private Optional<Integer> steps = Optional.empty();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Mixin
    private ScreenOptions screen = new ScreenOptions();

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

    @Override
    int run(Opened opened) {
        if (mostUnscored < 0) {
            throw new IllegalArgumentException("--max-unscored " + mostUnscored + ": 0 or more");
        }
        Instant began = Instant.now();
        long start = System.nanoTime();
        Path folder = made(out.orElseGet(this::usualFolder));
        Audit whole = new Audit(subject(opened.cast()), opened.scorer(), opened.chat(), plan(opened.cast()));
        Optional<Survivors> survivors = screen.survivors(whole, opened.files());
        Audit audit = survivors.map(left -> whole.before(left.cast())).orElse(whole);
        Cast heard = audit.scorer().cast();
        List<RowStanding> ranking = new ArrayList<>();
        AuditResult found = audit.run(opened.files(), progress(opened, heard), ranking::addAll);
        keep(found.unmodelled().keptOut(), opened);
        AuditResult relying = found.relying(
                opened.reliance().warnings(found.relied()),
                List.of(opened.reliance().foundation()));
        AuditResult result =
                survivors.map(left -> relying.screened(left.screened())).orElse(relying);
        read(result.counts());
        opened.kept().flush();
        write(folder, result);
        new RankingExport(ranking).write(folder.resolve("rows.jsonl"));
        new EvidenceExport(
                        heard,
                        opened.scorer().frames(),
                        rows.turns(),
                        parts().model().name())
                .write(opened.files(), scored(ranking, result), folder.resolve("evidence.parquet"));
        new RunManifest(
                        String.join(" ", arguments()),
                        parts().model().place(),
                        opened.model(),
                        opened.cast().name(),
                        opened.files(),
                        parts().seed())
                .write(folder.resolve("manifest.json"), began, Duration.ofNanos(System.nanoTime() - start));
        print(result, folder);
        return exit(result);
    }

    /** What the table of evidence is about: what was scored, and what was tried and could not be. */
    private static Set<EpisodeId> scored(List<RowStanding> ranking, AuditResult result) {
        Set<EpisodeId> scored = new HashSet<>();
        ranking.forEach(row -> scored.add(row.episode()));
        result.counts().unscored().forEach(row -> scored.add(row.episode()));
        return scored;
    }

    private AuditPlan plan(NamedCast cast) {
        Calibration calibration = amount().calibration();
        return new AuditPlan(
                parts().unwanted(cast),
                parts().questions(cast),
                parts().probes(cast),
                rows.turns(),
                rows.confidence(),
                steps,
                amount().batch(),
                amount().rate(calibration),
                calibration,
                gates.stream().map(Gate::parse).toList(),
                constitution.map(Constitution::read),
                top,
                parts().seed());
    }

    private Path usualFolder() {
        String name = String.valueOf(Path.of(data().getFirst()).getFileName());
        return Path.of("audit-" + name.replaceAll("(?<=[^.])\\..*$", "").replaceAll("[^\\w-]+", "-"));
    }

    /** Before the work, so that nothing is lost where nothing can be written. */
    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", problem);
        }
    }

    private static void write(Path folder, AuditResult result) {
        try {
            Files.writeString(folder.resolve("report.html"), new HtmlReport(result).text());
            Files.writeString(folder.resolve("report.json"), new JsonReport(result).text());
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private void print(AuditResult result, Path folder) {
        PrintWriter to = out();
        if (isJson()) {
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
