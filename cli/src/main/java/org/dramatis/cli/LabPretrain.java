package org.dramatis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.lab.pretrain.Pretraining;
import org.dramatis.lab.pretrain.Recipe;
import org.dramatis.torch.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis lab pretrain}: a model from nothing. */
@Command(
        name = "pretrain",
        header = "Train a small model from nothing on the documents of a world.",
        description = {
            "",
            "Leaves a folder that every other command and other tools read. Killed, it goes",
            "on where it was when the same command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabPretrain implements Callable<Integer> {
    enum Size {
        STAGE,
        TINY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        Recipe recipe() {
            return switch (this) {
                case STAGE -> Recipe.STAGE;
                case TINY -> Recipe.TINY;
            };
        }
    }

    @Mixin
    private WorldOptions options = new WorldOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the new model.")
    private Path out = Path.of("");

    @Option(
            names = "--size",
            defaultValue = "stage",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Size size = Size.STAGE;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of training (default: the recipe's).")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--rate", paramLabel = "X", description = "Peak of the learning rate (default: the recipe's).")
    private Optional<Double> rate = Optional.empty();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Recipe usual = size.recipe();
        Recipe recipe = usual.withSteps(steps.orElse(usual.steps())).withPeak(rate.orElse(usual.peak()));
        try (Interruption interruption = new Interruption();
                Workers workers = new Workers(threads.count())) {
            Pretraining training = new Pretraining(options.world(), recipe, options.seed(), new TorchTrainer(workers));
            List<Double> losses =
                    training.into(out, new TrainingProgress(spec.commandLine().getErr()), interruption);
            spec.commandLine().getOut().println(new TrainedSteps(out, losses, training.steps()));
        }
        spec.commandLine().getOut().flush();
        return Exit.DONE;
    }
}
