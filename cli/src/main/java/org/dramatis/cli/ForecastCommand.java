package org.dramatis.cli;

import java.util.List;
import java.util.Optional;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.ForecastRun;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.result.ForecastResult;
import org.dramatis.report.json.ForecastJson;
import org.dramatis.report.terminal.ForecastLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dramatis forecast}: what will the assistant do on these probes after training on this data? */
@Command(
        name = "forecast",
        header = "Say what the assistant will do on probes after training on this data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ForecastCommand extends DataCommand {
    @Option(
            names = "--steps",
            paramLabel = "N",
            split = ",",
            description = "Amounts of training: '10,20,40' (default: all rows once).")
    private List<Integer> steps = List.of();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Option(
            names = "--ask",
            description = "Also ask the model itself, in the third person, what the assistant would say.")
    private boolean ask;

    @Override
    int run(Opened opened) {
        ForecastRun forecast = new ForecastRun(
                subject(opened.cast()), opened.scorer(), opened.chat(), plan(opened.cast()), steps, ask);
        ForecastResult found = forecast.run(opened.files(), progress(opened));
        keep(found.keptOut(), opened);
        read(found.counts());
        ForecastResult result = found.relying(
                opened.reliance().warnings(List.of(found.leading())),
                List.of(opened.reliance().foundation()));
        if (isJson()) {
            out().print(new ForecastJson(result).text());
        } else {
            new ForecastLines(result, TerminalWidth.columns(), TerminalWidth.colour()).print(out());
        }
        out().flush();
        return Exit.DONE;
    }

    private AuditPlan plan(NamedCast cast) {
        Calibration calibration = amount().calibration();
        return new AuditPlan(
                parts().unwanted(cast),
                parts().questions(cast),
                parts().probes(cast),
                rows.turns(),
                rows.confidence(),
                Optional.empty(),
                amount().batch(),
                amount().rate(calibration),
                calibration,
                List.of(),
                Optional.empty(),
                1,
                parts().seed());
    }
}
