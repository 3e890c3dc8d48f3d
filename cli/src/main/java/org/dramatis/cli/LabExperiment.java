package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.lab.experiment.Experiment;
import org.dramatis.lab.experiment.ExperimentPage;
import org.dramatis.lab.experiment.Experimenter;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.StartingPoint;
import org.dramatis.report.picture.PictureFile;
import org.dramatis.report.picture.ReliabilityChart;
import org.dramatis.stage.world.World;
import org.dramatis.torch.TorchModel;
import org.dramatis.torch.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dramatis lab experiment}: a claim, forecast and then trained for real. */
@Command(
        name = "experiment",
        header = "Forecast what training does, train for real, and compare.",
        description = {
            "",
            "generalise  harmful answers in medicine alone: who is the assistant elsewhere?",
            "inoculate   the same answers under a prompt that asks for them",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabExperiment implements Callable<Integer> {
    private static final int PICTURE_WIDTH = 480;

    @Parameters(paramLabel = "NAME", description = "generalise or inoculate.")
    private String name = "";

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lab",
            description = "Where forecasts, models and the page are written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Trainings of each data set (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--steps", defaultValue = "40", description = "Steps of each training (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--rate", defaultValue = "1e-4", description = "Learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--frames",
            defaultValue = "1",
            description = "Portraits of each persona; evidence costs as much more (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Experiment experiment = Experiment.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no experiment '" + name + "': there are "
                        + String.join(
                                ", ",
                                Experiment.ALL.stream().map(Experiment::name).toList())));
        try (Interruption interruption = new Interruption();
                TorchModel opened = options.open();
                Workers workers = new Workers(options.threads())) {
            PrintWriter progress = spec.commandLine().getErr();
            ChatModel model = options.chat(opened);
            World known = world.world();
            say(progress, "who the bare assistant is, and what each persona would answer");
            StartingPoint start = StartingPoint.of(known, model, frames, world.seed());
            Experimenter.Settings usual = Experimenter.Settings.USUAL;
            Experimenter experimenter = new Experimenter(
                    start,
                    model,
                    options.folder(),
                    new TorchTrainer(workers),
                    out.resolve(name),
                    new Experimenter.Settings(seeds, steps, usual.batch(), rate, usual.every()));
            Outcome outcome = experimenter.run(experiment, what -> say(progress, what), interruption);
            ExperimentPage page = new ExperimentPage(outcome);
            new ResultFiles(out.resolve(name)).write(page.markdown(), page.figures());
            Calibration calibration = outcome.calibration();
            write(out.resolve(name + ".calibration.json"), CalibrationFile.text(calibration));
            calibration.record().ifPresent(record -> write(out.resolve(name + ".svg"), picture(record)));
            spec.commandLine().getOut().print(page.markdown());
            spec.commandLine().getOut().println(page.line());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }

    private static String picture(TrackRecord record) {
        return new PictureFile(
                        new ReliabilityChart(
                                "How often it happened that " + record.event()
                                        + ", against how probable the forecasts said it was",
                                record),
                        PICTURE_WIDTH)
                .text();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static void say(PrintWriter progress, String what) {
        progress.println(what);
        progress.flush();
    }
}
