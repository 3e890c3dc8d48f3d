package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.posttrain.Lessons;
import org.dramatis.lab.posttrain.PersonaReward;
import org.dramatis.lab.posttrain.Posttraining;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;
import org.dramatis.torch.TorchModel;
import org.dramatis.torch.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis lab posttrain}: fine-tune on a data set, and see on the way who the assistant becomes. */
@Command(
        name = "posttrain",
        header = "Fine-tune a model on a data set and watch who the assistant becomes.",
        description = {
            "",
            "Replies are imitated, preference pairs are learnt by DPO; with --reward the",
            "prompts of the data are answered by the model itself, and its replies rewarded",
            "for sounding like a persona. Killed, it goes on where it was when the same",
            "command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabPosttrain implements Callable<Integer> {
    private static final int FRAMES = 3;
    private static final int SHOWN_BAD_ROWS = 5;

    @Parameters(
            paramLabel = "DATA",
            description = "Chats, prompts with completions, pairs or texts: a file, a folder or a pattern.")
    private Path data = Path.of("");

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the new model.")
    private Path out = Path.of("");

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Option(
            names = "--turns",
            defaultValue = "last",
            description = "Which replies of a chat are learnt: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Turns turns = Turns.LAST;

    @Option(names = "--reward", paramLabel = "PERSONA", description = "Reward replies for sounding like this persona.")
    private Optional<String> reward = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps between looks at the probes (default: ${DEFAULT-VALUE}).")
    private int every;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataRows rows = DataRows.read(data);
        sayBad(rows);
        try (Interruption interruption = new Interruption();
                TorchModel opened = options.open();
                Workers workers = new Workers(options.threads())) {
            ChatModel model = options.chat(opened);
            World known = world.world();
            Lesson lesson = lesson(rows.rows(), known, model);
            Plan plan = plans.plan(lesson.size(), world.seed());
            Posttraining training = new Posttraining(
                    new TorchTrainer(workers),
                    model.framing(),
                    WorldProbe.of(known, 1).stream().map(WorldProbe::probe).toList(),
                    every);
            List<Look> looks = training.run(
                    options.folder(),
                    lesson,
                    plan,
                    out,
                    new TrainingProgress(spec.commandLine().getErr()),
                    interruption);
            PrintWriter result = spec.commandLine().getOut();
            new LookTable(known, looks).print(result);
            result.println(
                    looks.getLast().step() < plan.steps()
                            ? "stopped before step " + plan.steps() + ": the same command goes on from there"
                            : out + ": the share of each persona's answers, over the probes of the world");
            result.flush();
        }
        return Exit.DONE;
    }

    private Lesson lesson(List<Row> rows, World known, ChatModel model) {
        Lessons lessons = new Lessons(model);
        return reward.map(persona -> {
                    CastScorer scorer = new CastScorer(WorldCast.of(known, FRAMES), model.framing(), model.scorer());
                    return lessons.rewarded(rows, turns, new PersonaReward(scorer, new PersonaId(persona)));
                })
                .orElseGet(() -> lessons.of(rows, turns));
    }

    private void sayBad(DataRows rows) {
        PrintWriter err = spec.commandLine().getErr();
        if (!rows.bad().isEmpty()) {
            err.printf(
                    "%d rows of %d cannot be used:%n",
                    rows.bad().size(), rows.bad().size() + rows.rows().size());
            rows.bad().stream().limit(SHOWN_BAD_ROWS).forEach(bad -> err.println("  " + bad));
            err.flush();
        }
    }
}
