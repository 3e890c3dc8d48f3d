package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            "Without a name it lists the experiments that ship.",
            "A run that was stopped goes on when the same command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabExperiment implements Callable<Integer> {
    private static final int WIDTH = 480;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "An experiment that ships, or a file with one of your own.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--all", description = "Run all that ship, one after the other.")
    private boolean all;

    @Option(
            names = "--quick",
            description =
                    "One seed and the first data set of each family, on the small sibling of the model that ships.")
    private boolean quick;

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
        if (all && name.isPresent()) {
            throw new IllegalArgumentException("give the name of an experiment or --all, not both");
        }
        if (!all && name.isEmpty()) {
            list();
            return Exit.DONE;
        }
        List<Experiment> experiments = name.map(List::of).orElse(ExperimentFile.SHIPPED).stream()
                .map(this::experiment)
                .toList();
        if (quick) {
            options.useUnlessGiven(ShippedModel.tiny());
            seeds = 1;
        }
        try (Interruption interruption = new Interruption();
                TorchModel opened = options.open();
                Workers workers = new Workers(options.threads())) {
            ChatModel model = options.chat(opened);
            say("who the bare assistant is, and what each persona would answer");
            StartingPoint start = StartingPoint.of(world.world(), model, frames, world.seed());
            for (Experiment experiment : experiments) {
                run(experiment, start.in(experiment.in(world.world())), model, workers, interruption);
            }
        }
        return Exit.DONE;
    }

    private void list() {
        PrintWriter out = spec.commandLine().getOut();
        for (String each : ExperimentFile.SHIPPED) {
            out.printf("%-12s %s%n", each, ExperimentFile.read(each).question());
        }
        out.flush();
    }

    private Experiment experiment(String each) {
        Experiment whole = ExperimentFile.read(each);
        return quick ? whole.quick() : whole;
    }

    private void run(
            Experiment experiment, StartingPoint start, ChatModel model, Workers workers, Interruption interruption) {
        Fingerprint fingerprint = EvidenceOptions.fingerprint(options.folder());
        Experimenter experimenter = new Experimenter(
                start,
                new DataSets(start, fingerprint, out.resolve("data")),
                new Trainings(model, options.folder(), fingerprint, new TorchTrainer(workers), start.questions()),
                out);
        Outcome outcome =
                experimenter.run(experiment, seeds, what -> say(experiment.name() + ": " + what), interruption);
        say(experiment.name() + ": how well forecasts and their rivals fared");
        Results results = Results.of(outcome, model);
        write(experiment, results, fingerprint);
        spec.commandLine().getOut().print(results.markdown());
        spec.commandLine().getOut().println(results.line());
        spec.commandLine().getOut().flush();
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

    private void say(String what) {
        PrintWriter progress = spec.commandLine().getErr();
        progress.println(what);
        progress.flush();
    }
}
