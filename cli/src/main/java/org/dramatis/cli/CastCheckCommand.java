package org.dramatis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.audit.check.CastCheck;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.PersonaPair;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.world.World;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code dramatis cast check}: can this model tell these personas apart at all? */
@Command(
        name = "check",
        header = "Let a model speak as each persona and see whether it recognises who spoke.",
        description = {
            "",
            "Each persona answers questions; each reply alone is attributed by posterior,",
            "nobody being likelier before. What a model cannot tell apart here, no verdict",
            "of it distinguishes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CastCheckCommand implements Callable<Integer> {
    private static final double LEVEL = .95;
    private static final double MARGIN = .25;

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--replies",
            paramLabel = "N",
            defaultValue = "20",
            description = "Replies of each persona (default: ${DEFAULT-VALUE}).")
    private int replies;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "3",
            description = "Portraits of each persona (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "Questions to ask, one a line (default: the world's).")
    private Optional<Path> questions = Optional.empty();

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Interruption _ = new Interruption();
                TorchModel model = options.open()) {
            World known = world.world();
            Cast cast = WorldCast.of(known, frames);
            List<String> asked = questions.map(CastCheckCommand::lines).orElseGet(() -> Questions.of(known));
            Confusion confusion = new CastCheck(cast, options.chat(model), asked).confusion(replies, world.seed());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(figures(cast, confusion)));
            } else {
                print(cast, confusion, out);
            }
            out.flush();
        }
        return Exit.DONE;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static Map<String, Object> figures(Cast cast, Confusion confusion) {
        Estimate accuracy = confusion.accuracy(LEVEL);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("personas", cast.size());
        figures.put("replies", confusion.total());
        figures.put("unscorable", confusion.unscorable());
        figures.put("accuracy", accuracy.point());
        figures.put(
                "accuracy_interval",
                List.of(accuracy.interval().low(), accuracy.interval().high()));
        figures.put("bits", confusion.mutualInformation().corrected());
        figures.put("bits_possible", Math.log(cast.size()) / Math.log(2));
        figures.put(
                "order",
                cast.personas().stream().map(persona -> persona.id().value()).toList());
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i < cast.size(); i++) {
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < cast.size(); j++) {
                row.add(confusion.count(i, j));
            }
            counts.add(row);
        }
        figures.put("confusion", counts);
        figures.put(
                "not_told_apart",
                alike(confusion).stream()
                        .map(pair -> List.of(pair.first().value(), pair.second().value()))
                        .toList());
        return figures;
    }

    private static void print(Cast cast, Confusion confusion, PrintWriter out) {
        Estimate accuracy = confusion.accuracy(LEVEL);
        out.printf(
                Locale.ROOT,
                "%.1f %% of %d replies are attributed to who spoke (%.1f-%.1f %%; chance %.1f %%).%n",
                100 * accuracy.point(),
                confusion.total(),
                100 * accuracy.interval().low(),
                100 * accuracy.interval().high(),
                100.0 / cast.size());
        out.printf(
                Locale.ROOT,
                "One reply tells %.2f of %.2f bits about who spoke.%n%n",
                confusion.mutualInformation().corrected(),
                Math.log(cast.size()) / Math.log(2));
        for (int i = 0; i < cast.size(); i++) {
            out.printf("%-14s", cast.persona(i).id());
            for (int j = 0; j < cast.size(); j++) {
                out.printf("%4s", confusion.count(i, j) == 0 ? "." : String.valueOf(confusion.count(i, j)));
            }
            out.println();
        }
        List<PersonaPair> alike = alike(confusion);
        out.printf("%nNot told apart: %s%n", alike.isEmpty() ? "none" : "");
        alike.forEach(pair -> out.println("  " + pair.first() + " and " + pair.second()));
    }

    private static List<PersonaPair> alike(Confusion confusion) {
        return confusion.pairs(LEVEL).stream()
                .filter(pair -> !pair.isToldApart(MARGIN))
                .toList();
    }
}
