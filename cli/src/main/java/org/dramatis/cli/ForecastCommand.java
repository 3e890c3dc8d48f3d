package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.ForecastRun;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.audit.result.Subject;
import org.dramatis.report.json.ForecastJson;
import org.dramatis.report.terminal.ForecastLines;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.dramatis.store.evidence.KeptEvidence;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis forecast}: what will the assistant do on these probes after training on this data? */
@Command(
        name = "forecast",
        header = "Say what the assistant will do on probes after training on this data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ForecastCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", arity = "1..*", description = "Files, folders or patterns in quotes.")
    private List<String> data = List.of();

    @Mixin
    private Parts parts = new Parts();

    @Mixin
    private AmountOptions amount = new AmountOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            split = ",",
            description = "Amounts of training: '10,20,40' (default: all rows once).")
    private List<Integer> steps = List.of();

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
                            + " data the unwanted say (default: score all).")
    private Optional<Double> confidence = Optional.empty();

    @Option(
            names = "--ask",
            description = "Also ask the model itself, in the third person, what the assistant would say.")
    private boolean ask;

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Option(names = "--quiet", description = "Say nothing on the way.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataSet files = DataSet.of(data);
        NamedCast cast = parts.cast();
        try (Interruption interruption = new Interruption();
                KeptEvidence kept =
                        evidence.open(EvidenceOptions.fingerprint(parts.model().folder()));
                TorchModel opened = parts.model().open()) {
            ChatModel chat = parts.model().chat(opened);
            ForecastResult result = new ForecastRun(
                            new Subject(parts.model().name(), cast.name(), data, parts.seed()),
                            new CastScorer(
                                    cast.cast(), new FrameScorer(chat.framing(), chat.scorer(), Optional.of(kept))),
                            chat,
                            plan(cast),
                            steps,
                            ask)
                    .run(files, new ScoringProgress(spec.commandLine().getErr(), cast.cast(), quiet, interruption));
            kept.notes().forEach(spec.commandLine().getErr()::println);
            print(result);
        }
        return Exit.DONE;
    }

    private AuditPlan plan(NamedCast cast) {
        Calibration calibration = amount.calibration();
        return new AuditPlan(
                parts.unwanted(cast),
                parts.questions(cast),
                parts.probes(cast).probes(),
                turns,
                confidence,
                Optional.empty(),
                amount.batch(),
                amount.rate(calibration),
                calibration,
                List.of(),
                Optional.empty(),
                1,
                parts.seed());
    }

    private void print(ForecastResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new ForecastJson(result).text());
        } else {
            new ForecastLines(result, TerminalWidth.columns(), TerminalWidth.colour()).print(out);
        }
        out.flush();
    }
}
