package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dramatis.lab.screening.ScreeningPage;
import org.dramatis.lab.screening.ScreeningTrials;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis lab screening}: what a first reading of a large cast is worth. */
@Command(
        name = "screening",
        header = "Read casts to first order and exactly, and see what screening saves and loses.",
        description = {
            "",
            "Replies of a world whose speakers are known, before its own cast and before larger",
            "ones. Writes screening.md and screening.json.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabScreening implements Callable<Integer> {
    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lab/screening",
            description = "Where the page is written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often replies are drawn anew (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "3",
            description = "Replies of each persona and seed (default: ${DEFAULT-VALUE}).")
    private int each;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "60",
            description = "Rows of the data set that a screening is held against (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--casts",
            paramLabel = "N",
            split = ",",
            defaultValue = "19,76,304",
            description = "Personas of each cast (default: ${DEFAULT-VALUE}).")
    private List<Integer> casts = List.of();

    @Option(
            names = "--survivors",
            paramLabel = "N",
            defaultValue = "32",
            description = "Personas whose evidence is computed (default: ${DEFAULT-VALUE}).")
    private int survivors;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter progress = spec.commandLine().getErr();
        try (Interruption interruption = new Interruption();
                TorchModel model = options.open()) {
            ScreeningTrials trials = new ScreeningTrials(
                    world.world(),
                    options.chat(model),
                    model,
                    what -> {
                        progress.println(what);
                        progress.flush();
                    },
                    interruption);
            ScreeningPage page = new ScreeningPage(trials.run(seeds, each, rows, casts, survivors));
            new ResultFiles(out.resolve("screening")).write(page.markdown(), page.figures());
            spec.commandLine().getOut().print(page.markdown());
            spec.commandLine().getOut().println(page.line());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }
}
