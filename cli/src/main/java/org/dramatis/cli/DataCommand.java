package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.check.KeptCheck;
import org.dramatis.audit.check.Reliance;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.result.Counts;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.Subject;
import org.dramatis.audit.unmodelled.KeptLimit;
import org.dramatis.core.cast.Cast;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all commands on data have in common: the data, who is asked about them, and evidence that is kept. */
abstract class DataCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", arity = "1..*", description = "Files, folders or patterns in quotes.")
    private List<String> data = List.of();

    @Mixin
    private Parts parts = new Parts();

    @Mixin
    private AmountOptions amount = new AmountOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Option(names = "--quiet", description = "Say nothing on the way.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private double share = 1;

    /** All that was opened for a run. */
    record Opened(
            DataSet files,
            NamedCast cast,
            ChatModel chat,
            CastScorer scorer,
            KeptEvidence kept,
            Fingerprint model,
            Interruption interruption) {

        /** What a verdict relies on. */
        Reliance reliance() {
            return new Reliance(new KeptCheck(kept.findings(), chat.alterations()).find(cast.cast()));
        }
    }

    /** For {@code explain}, which reads single replies and does not ask what is ordinary. */
    static void keep(KeptOut keptOut, Opened opened) {
        new KeptLimit(opened.kept().findings(), opened.chat().alterations())
                .keep(opened.cast().cast(), keptOut.limit());
    }

    /** Does the work, and returns the exit code. */
    abstract int run(Opened opened);

    @Override
    public Integer call() {
        DataSet files = DataSet.of(data);
        NamedCast cast = parts.cast();
        try (Interruption interruption = new Interruption();
                OpenedModel opened = parts.open(evidence, cast);
                KeptEvidence kept = evidence.open(opened)) {
            ChatModel chat = opened.chat().remembering(kept.findings());
            FrameScorer frames = new FrameScorer(chat, Optional.of(kept));
            int exit = run(new Opened(
                    files, cast, chat, new CastScorer(cast.cast(), frames), kept, opened.fingerprint(), interruption));
            if (opened instanceof ServedModel served && !quiet) {
                spec.commandLine().getErr().println(served.costs(share));
            }
            kept.notes().forEach(spec.commandLine().getErr()::println);
            return exit;
        }
    }

    /** Tells which share of the data the verdict needed. */
    void read(Counts counts) {
        share = (double) counts.scoredRows() / counts.rows();
    }

    List<String> data() {
        return data;
    }

    Parts parts() {
        return parts;
    }

    AmountOptions amount() {
        return amount;
    }

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    List<String> arguments() {
        return spec.commandLine().getParseResult().originalArgs();
    }

    Subject subject(NamedCast cast) {
        return new Subject(parts.model().name(), cast.name(), data, parts.seed());
    }

    ScoringProgress progress(Opened opened) {
        return progress(opened, opened.cast().cast());
    }

    /** @param heard those whose evidence is computed */
    ScoringProgress progress(Opened opened, Cast heard) {
        return new ScoringProgress(spec.commandLine().getErr(), heard, quiet, opened.interruption());
    }
}
