package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.lab.rows.RowTrials;
import org.dramatis.lab.rows.RowsOutcome;
import org.dramatis.lab.rows.RowsPage;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis lab rows}: how well an audit finds the rows that do it. */
@Command(
        name = "rows",
        header = "Mix wrong rows among right ones and see how well they are found.",
        description = {
            "",
            "Obvious and subtle rows, 2 and 10 in a hundred; ranked by the audit, and beside it by",
            "gradient influence, embedding distance, loss and at random. Writes rows.md and",
            "rows.json. A run that was stopped goes on when the same command is given again.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabRows implements Callable<Integer> {
    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private CalibrationOptions calibrations = new CalibrationOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lab/rows",
            description = "Where mixtures, scores and the page are written (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each mixture is made anew (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Rows of each mixture (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter progress = spec.commandLine().getErr();
        Calibration calibration = calibrations.calibration();
        try (Interruption interruption = new Interruption();
                TorchModel model = options.open()) {
            RowTrials trials = new RowTrials(
                    world.world(),
                    options.chat(model),
                    model,
                    EvidenceOptions.fingerprint(options.folder()),
                    calibration,
                    out,
                    seeds,
                    rows);
            RowsPage page = new RowsPage(
                    new RowsOutcome(trials.run(
                            what -> {
                                progress.println(what);
                                progress.flush();
                            },
                            interruption)),
                    rows);
            new ResultFiles(out.resolve("rows")).write(page.markdown(), page.figures());
            CalibrationFile.write(calibration.withRows(page.map()), out.resolve("rows.calibration.json"));
            spec.commandLine().getOut().print(page.markdown());
            spec.commandLine().getOut().println(page.line());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }
}
