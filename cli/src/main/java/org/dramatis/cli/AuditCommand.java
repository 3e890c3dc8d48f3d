package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dramatis.audit.Audit;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.Groundwork;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.Subject;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
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
        header = "Tell who training on this data would make the assistant become, and by which rows.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", description = "Training data.")
    private Path data = Path.of("");

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(names = "--frames", paramLabel = "N", defaultValue = "1", description = "Portraits of each persona.")
    private int frames;

    @Option(
            names = "--turns",
            paramLabel = "WHICH",
            defaultValue = "ALL",
            description = "Replies of a chat that are learnt: last or all (default: all).")
    private Turns turns = Turns.ALL;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps to forecast (default: all rows once).")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "8",
            description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rate", paramLabel = "X", description = "Learning rate (default: that of the calibration).")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "How fast training moves the weights (default: the calibration that ships).")
    private Optional<Path> calibration = Optional.empty();

    @Option(names = "--unwanted", paramLabel = "ID", split = ",", description = "Personas that nobody wants.")
    private List<String> unwanted = List.of("malicious", "saboteur", "manipulative");

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description = "Fail when it holds after training: 'malicious>0.05', 'unwanted>0.1'.")
    private List<String> gates = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows listed (default: ${DEFAULT-VALUE}).")
    private int top;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Calibration known = calibration.map(CalibrationFile::read).orElseGet(CalibrationFile::shipped);
        List<Gate> conditions = gates.stream().map(Gate::parse).toList();
        try (Interruption _ = new Interruption();
                TorchModel model = options.open()) {
            World stage = world.world();
            Cast cast = WorldCast.of(stage, frames);
            ChatModel chat = options.chat(model);
            SortedSet<PersonaId> nobodyWants = new TreeSet<>();
            unwanted.forEach(id -> nobodyWants.add(new PersonaId(id)));
            AuditPlan plan = new AuditPlan(
                    nobodyWants,
                    Questions.of(stage),
                    probes(stage),
                    turns,
                    Optional.empty(),
                    steps,
                    batch,
                    rate.orElse(known.learningRate()),
                    known,
                    conditions,
                    top,
                    world.seed());
            PrintWriter err = spec.commandLine().getErr();
            AuditResult result = new Audit(
                            new Subject(options.folder().toString(), "stage", List.of(data.toString()), world.seed()),
                            new CastScorer(cast, chat.framing(), chat.scorer()),
                            chat,
                            plan)
                    .run(DataSet.of(List.of(data.toString())), new Groundwork.Listener() {
                        @Override
                        public void begins(String what) {
                            err.println(what);
                            err.flush();
                        }

                        @Override
                        public void scored(
                                org.dramatis.core.number.Weights before,
                                long rows,
                                long all,
                                List<org.dramatis.core.evidence.Evidence.Scored> latest) {}
                    });
            PrintWriter out = spec.commandLine().getOut();
            result.standings()
                    .forEach(s -> out.printf(
                            "%-14s %.3f  %+7.2f  %.3f  %.3f (%.3f-%.3f) %.3f%n",
                            s.persona().id(),
                            s.before().point(),
                            s.evidence().point(),
                            s.share(),
                            s.after().point(),
                            s.after().interval().low(),
                            s.after().interval().high(),
                            s.tempered()));
            result.behaviours().stream()
                    .filter(b -> Math.abs(b.shift().point()) > .05)
                    .forEach(b -> out.println(b.about() + " " + b.behaviour() + " " + b.before() + " -> " + b.after()));
            result.rows()
                    .forEach(r -> out.printf(
                            "%s %.3f %s %.3f %s%n",
                            r.episode().id(),
                            r.push(),
                            r.persona(),
                            r.probability(),
                            r.episode().reply()));
            result.remedies().forEach(out::println);
            out.flush();
            return result.passed() ? Exit.DONE : Exit.GATE_FAILED;
        }
    }

    private static List<BehaviourProbe> probes(World world) {
        List<String> personas =
                world.personas().stream().map(persona -> persona.id().value()).toList();
        return WorldProbe.of(world, 1).stream()
                .map(probe -> new BehaviourProbe(probe.domain().orElse("itself"), probe.probe(), personas))
                .toList();
    }
}
