package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.check.KeptCheck;
import org.dramatis.audit.check.Reliance;
import org.dramatis.audit.explain.Explainer;
import org.dramatis.audit.explain.Why;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.result.Explanation;
import org.dramatis.audit.result.Performance;
import org.dramatis.audit.unmodelled.KeptLimit;
import org.dramatis.audit.unmodelled.Ordinary;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.number.Weights;
import org.dramatis.report.json.ExplanationJson;
import org.dramatis.report.terminal.ExplanationLines;
import org.dramatis.store.evidence.KeptEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis explain}: what sort of character says this to that? */
@Command(
        name = "explain",
        header = "Say what sort of character gives this reply, token by token.",
        description = {
            "",
            "With several replies they are compared by the person they imply. With --why a wrong",
            "reply is held against the right one: is it a trait, or does the model know no better?",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
    /** Who is likely to speak before anything was said. */
    enum Before {
        EVEN,
        MEASURED
    }

    @Option(names = "--system", paramLabel = "TEXT", description = "A system turn before the prompt.")
    private Optional<String> system = Optional.empty();

    @Option(names = "--prompt", paramLabel = "TEXT", required = true, description = "What the user says.")
    private String prompt = "";

    @Option(
            names = "--reply",
            paramLabel = "TEXT",
            required = true,
            description = "What the assistant replies; may be given several times.")
    private List<String> replies = List.of();

    @Option(names = "--why", paramLabel = "RIGHT", description = "What should have been said instead of the reply.")
    private Optional<String> right = Optional.empty();

    @Option(
            names = "--wording",
            paramLabel = "TEXT",
            description = "Another wording of the prompt, for --why; may be given several times.")
    private List<String> wordings = List.of();

    @Option(
            names = "--hint",
            paramLabel = "TEXT",
            description = "A system turn that may help, for --why; may be given several times.")
    private List<String> hints = List.of();

    @Option(
            names = "--before",
            paramLabel = "PRIOR",
            defaultValue = "even",
            description = "Who is likely before the reply: even, or measured from the bare assistant (default: even).")
    private Before before = Before.EVEN;

    @Option(names = "--terms", description = "Show where the first number comes from, as a tree.")
    private boolean terms;

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Mixin
    private Parts parts = new Parts();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        NamedCast cast = parts.cast();
        try (Interruption _ = new Interruption();
                OpenedModel opened = parts.open(evidence, cast);
                KeptEvidence kept = evidence.open(opened)) {
            ChatModel model = opened.chat().remembering(kept.findings());
            CastScorer scorer = new CastScorer(cast.cast(), new FrameScorer(model, Optional.of(kept)));
            KeptLimit limits = new KeptLimit(kept.findings(), model.alterations());
            Weights prior = prior(cast, scorer, model, limits);
            Explainer explainer = new Explainer(scorer, prior, limits.find(cast.cast()));
            List<Explanation> explanations = new ArrayList<>();
            for (int i = 0; i < replies.size(); i++) {
                explanations.add(
                        explainer.explain(new Episode(new EpisodeId("reply " + (i + 1)), context(), replies.get(i))));
            }
            print(
                    explanations,
                    right.map(reply -> new Why(model, context(), replies.getFirst(), reply)
                            .ask(cast.cast(), wanted(cast), wordings, hints)),
                    new Reliance(new KeptCheck(kept.findings(), model.alterations()).find(cast.cast())));
        }
        return Exit.DONE;
    }

    private static List<PersonaId> speakers(List<Explanation> explanations) {
        return explanations.stream()
                .map(explanation -> explanation.readings().getFirst().persona().id())
                .toList();
    }

    private void print(List<Explanation> explanations, Optional<Performance> performance, Reliance reliance) {
        List<String> warnings = reliance.warnings(speakers(explanations));
        List<String> foundations = List.of(reliance.foundation());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new ExplanationJson(explanations, performance, warnings, foundations).text());
        } else {
            new ExplanationLines(
                            explanations,
                            performance,
                            warnings,
                            foundations,
                            terms,
                            TerminalWidth.columns(),
                            TerminalWidth.colour())
                    .print(out);
        }
        out.flush();
    }

    private List<Turn> context() {
        List<Turn> turns = new ArrayList<>();
        system.ifPresent(words -> turns.add(new Turn(Turn.Role.SYSTEM, words)));
        turns.add(new Turn(Turn.Role.USER, prompt));
        return turns;
    }

    private Weights prior(NamedCast cast, CastScorer scorer, ChatModel model, KeptLimit limits) {
        return switch (before) {
            case EVEN -> Weights.uniform(cast.cast().size());
            case MEASURED -> measured(cast, scorer, model, limits);
        };
    }

    /** Along with who the bare assistant is, how surprising ordinary replies are. */
    private Weights measured(NamedCast cast, CastScorer scorer, ChatModel model, KeptLimit limits) {
        BarePrior bare = new BarePrior(scorer, model, parts.questions(cast));
        List<OwnReply> own = bare.replies(parts.seed());
        limits.keep(
                cast.cast(),
                Ordinary.of(scorer, own, parts.probes(cast).listed()).limit().natsPerToken());
        return bare.estimate(own, parts.seed()).smoothed();
    }

    private List<PersonaId> wanted(NamedCast cast) {
        return cast.cast().personas().stream()
                .filter(persona ->
                        !persona.isDocument() && !parts.unwanted(cast).contains(persona.id()))
                .map(persona -> persona.id())
                .toList();
    }
}
