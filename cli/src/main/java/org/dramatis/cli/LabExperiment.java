package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.lab.course.Trainings;
import org.dramatis.lab.experiment.Experiment;
import org.dramatis.lab.experiment.ExperimentFile;
import org.dramatis.lab.experiment.Experimenter;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.forecast.DataSets;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.score.Results;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.picture.PictureFile;
import org.dramatis.report.picture.ReliabilityChart;
import org.dramatis.report.picture.ShiftChart;
import org.dramatis.stage.world.World;
import org.dramatis.store.evidence.Fingerprint;
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
    private static final int WIDTH = 480;

    @Parameters(paramLabel = "NAME", description = "One of those, or a file with an experiment of your own.")
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
            defaultValue = "5",
            description = "Trainings of each data set (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--frames",
            defaultValue = "1",
            description = "Portraits of each persona; evidence costs as much more (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Experiment experiment = ExperimentFile.read(name);
        try (Interruption interruption = new Interruption();
                TorchModel opened = options.open();
                Workers workers = new Workers(options.threads())) {
            PrintWriter progress = spec.commandLine().getErr();
            ChatModel model = options.chat(opened);
            World known = experiment.in(world.world());
            say(progress, "who the bare assistant is, and what each persona would answer");
            StartingPoint start = StartingPoint.of(known, model, frames, world.seed());
            Fingerprint fingerprint = EvidenceOptions.fingerprint(options.folder());
            Experimenter experimenter = new Experimenter(
                    start,
                    new DataSets(start, fingerprint, out.resolve("data")),
                    new Trainings(model, options.folder(), fingerprint, new TorchTrainer(workers), start.questions()),
                    out);
            Outcome outcome = experimenter.run(experiment, seeds, what -> say(progress, what), interruption);
            say(progress, "how well forecasts and their rivals fared");
            Results results = Results.of(outcome, model);
            write(experiment, results, fingerprint);
            spec.commandLine().getOut().print(results.markdown());
            spec.commandLine().getOut().println(results.line());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }

    private void write(Experiment experiment, Results results, Fingerprint model) {
        Path name = out.resolve(experiment.name());
        new ResultFiles(name).write(results.markdown(), results.figures());
        CalibrationFile.write(results.calibration(), Path.of(name + ".calibration.json"));
        write(Path.of(name + ".svg"), new PictureFile(chart(experiment, results), WIDTH).text());
        results.record()
                .ifPresent(record -> write(
                        Path.of(name + "-reliability.svg"),
                        new PictureFile(
                                        new ReliabilityChart(
                                                "How often it happened that " + record.event()
                                                        + ", against how probable the forecasts said it was",
                                                record),
                                        WIDTH)
                                .text()));
        write(
                Path.of(name + ".manifest.json"),
                new ExperimentManifest(experiment, options.name(), model, seeds, frames, world.seed()).text());
    }

    private static ShiftChart chart(Experiment experiment, Results results) {
        return new ShiftChart(
                "What was forecast, and what was observed: " + experiment.claim(),
                results.dots().stream()
                        .map(dot -> new ShiftChart.Dot(dot.forecast(), dot.observed(), Hue.of(dot.unwanted())))
                        .toList());
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
