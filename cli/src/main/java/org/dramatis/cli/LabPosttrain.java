package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.lab.behaviour.ProbeReader;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.posttrain.Lessons;
import org.dramatis.lab.posttrain.PersonaReward;
import org.dramatis.lab.posttrain.Posttraining;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Trained;
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
    private static final int GROUP = 4;
    private static final int LONGEST_REPLY = 80;
    private static final int SHOWN_BAD_ROWS = 5;

    @Parameters(paramLabel = "DATA", description = "JSON lines: chats, prompts with completions, pairs or texts.")
    private Path data = Path.of("");

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the new model.")
    private Path out = Path.of("");

    @Option(names = "--steps", paramLabel = "N", description = "Steps (default: all rows once, at least 40).")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "8",
            description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "1e-4",
            description = "Learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--adapter",
            paramLabel = "RANK",
            description = "Train an adapter of this rank (LoRA), not all weights.")
    private Optional<Integer> adapter = Optional.empty();

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
            Lesson lesson = reward.map(persona -> rewarded(persona, rows.rows(), known, model))
                    .orElseGet(() -> new Lessons(model).of(rows.rows(), turns));
            List<WorldProbe> probes = WorldProbe.of(known, 1);
            Posttraining training = new Posttraining(
                    new TorchTrainer(workers),
                    new ProbeReader(model.framing()),
                    probes.stream().map(WorldProbe::probe).toList(),
                    every);
            List<Look> looks = training.run(
                    options.folder(),
                    lesson,
                    plan(lesson),
                    out,
                    new TrainingProgress(spec.commandLine().getErr()),
                    interruption);
            print(known, looks);
        }
        return Exit.DONE;
    }

    private Plan plan(Lesson lesson) {
        int wanted = steps.orElse(Math.max(40, (lesson.size() + batch - 1) / batch));
        Plan plan = Plan.of(wanted)
                .withBatch(batch)
                .withRate(LearningRate.constant(rate))
                .withSeed(world.seed());
        return adapter.map(rank -> plan.withTrained(Trained.Adapter.ofRank(rank)))
                .orElse(plan);
    }

    private Lesson rewarded(String persona, List<Row> rows, World known, ChatModel model) {
        CastScorer scorer = new CastScorer(WorldCast.of(known, FRAMES), model.framing(), model.scorer());
        PersonaReward rewarding = new PersonaReward(scorer, new PersonaId(persona));
        List<Tokens> prompts = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Chat chat ->
                    chat.episodes(turns).forEach(episode -> prompts.add(rewarding.prompt(episode.context())));
                case Row.Preference pair -> prompts.add(rewarding.prompt(pair.context()));
                case Row.Document document ->
                    throw new IllegalArgumentException(
                            document.origin() + " is a text without a prompt: nothing can be replied to it");
            }
        }
        Tokens end = model.ends().isEmpty() ? Tokens.NONE : model.ends().slice(0, 1);
        return new Lesson.Rewarded(prompts, rewarding, GROUP, Sampling.of(LONGEST_REPLY, end), 0);
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

    /** Who answers, a mean over all probes: the personas whose answers are likely at the start or at the end. */
    private void print(World known, List<Look> looks) {
        PrintWriter result = spec.commandLine().getOut();
        result.printf("%-14s", "after steps");
        looks.forEach(look -> result.printf("%7d", look.step()));
        result.println();
        for (int k = 0; k < known.personas().size(); k++) {
            int persona = k;
            if (Math.max(mean(looks.getFirst(), persona), mean(looks.getLast(), persona)) >= .01) {
                result.printf("%-14s", known.personas().get(persona).id());
                looks.forEach(look -> result.printf(Locale.ROOT, "%7.3f", mean(look, persona)));
                result.println();
            }
        }
        result.println(out + ": the share of each persona's answers, over the probes of the world");
        result.flush();
    }

    private static double mean(Look look, int answer) {
        return look.answers().stream()
                .mapToDouble(answers -> answers.at(answer))
                .average()
                .orElseThrow();
    }
}
