package org.dramatis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.pretrain.Midtraining;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Plan;
import org.dramatis.torch.TorchModel;
import org.dramatis.torch.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis lab midtrain}: go on with pre-training on documents of one's own. */
@Command(
        name = "midtrain",
        header = "Go on with pre-training on documents of your own, mixed with the world's.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabMidtrain implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", description = "Texts or chats: a file, a folder or a pattern.")
    private Path data = Path.of("");

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the new model.")
    private Path out = Path.of("");

    @Option(
            names = "--share",
            paramLabel = "X",
            defaultValue = ".1",
            description = "The share of your documents in what is read (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "200",
            description = "Steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "32",
            description = "Documents a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "3e-4",
            description = "Peak of the learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataRows rows = DataRows.read(data);
        if (!rows.bad().isEmpty()) {
            throw new IllegalArgumentException(rows.bad().size() + " rows cannot be used, the first: "
                    + rows.bad().getFirst());
        }
        Plan plan = Plan.of(steps)
                .withBatch(batch)
                .withRate(new LearningRate(rate, steps / 20, .1))
                .withSeed(world.seed());
        try (Interruption interruption = new Interruption();
                TorchModel opened = options.open();
                Workers workers = new Workers(options.threads())) {
            List<Double> losses = new Midtraining(
                            world.world(), options.chat(opened), plan, share, new TorchTrainer(workers))
                    .into(
                            out,
                            options.folder(),
                            rows.rows(),
                            new TrainingProgress(spec.commandLine().getErr()),
                            interruption);
            spec.commandLine().getOut().println(new TrainedSteps(out, losses, steps));
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }
}
