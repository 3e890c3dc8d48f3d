package org.dramatis.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.DataRows;
import org.dramatis.audit.data.Learnt;
import org.dramatis.audit.data.Survey;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.inoculate.Inoculator;
import org.dramatis.audit.inoculate.PromptSource;
import org.dramatis.audit.inoculate.Prompted;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.audit.unmodelled.Ordinary;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.prior.Prior;
import org.dramatis.report.json.InoculationJson;
import org.dramatis.report.terminal.InoculationLines;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.RowText;
import org.dramatis.store.data.Turns;
import org.dramatis.store.written.WrittenLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dramatis inoculate}: which prompt stops these replies from being evidence for the wrong character? */
@Command(
        name = "inoculate",
        header = "Find the prompt under which these replies are no evidence for the wrong character.",
        description = {
            "",
            "Tries prompts that ask for such replies: what is left of the evidence under each, what",
            "training under it would do, and what happens when the prompt recurs at run time.",
            "With --out the data set is written again under the best of them.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class InoculateCommand extends DataCommand {
    @Option(names = "--prompt", paramLabel = "TEXT", description = "A prompt to try; may be given several times.")
    private List<String> prompts = List.of();

    @Option(names = "--prompts", paramLabel = "FILE", description = "Prompts to try, one a line.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--generate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Also try so many system prompts that the model makes up itself (default: ${DEFAULT-VALUE}).")
    private int generated;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "64",
            description = "Replies that prompts are read on, half of them to choose and half to confirm"
                    + " (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the data are written again, under the best prompt.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the training that is forecast (default: all rows once).")
    private Optional<Integer> steps = Optional.empty();

    @Override
    int run(Opened opened) {
        NamedCast cast = opened.cast();
        ScoringProgress progress = progress(opened);
        Calibration calibration = amount().calibration();
        Survey survey = Survey.of(opened.files(), sample, parts().seed());
        TrainingAmount training = TrainingAmount.of(
                Math.toIntExact(survey.reading().rows()), steps, amount().batch(), amount().rate(calibration));
        List<Episode> episodes = survey.sample().stream()
                .flatMap(row -> Learnt.of(requireChat(row), Turns.LAST).stream())
                .map(Learnt::episode)
                .toList();
        Inoculator.requireEnough(episodes);
        progress.begins("who the assistant is today");
        ProbeSet probes = parts().probes(cast);
        BarePrior bare = new BarePrior(opened.scorer(), opened.chat(), parts().questions(cast));
        List<OwnReply> own = bare.replies(parts().seed());
        Prior prior = bare.estimate(own, parts().seed()).prior();
        InoculationResult found = new Inoculator(
                        opened.scorer(),
                        Contexts.of(opened.chat(), parts().questions(cast)),
                        prior,
                        Ordinary.of(opened.scorer(), own, probes.listed()).limit(),
                        parts().unwanted(cast),
                        probes,
                        training,
                        calibration.at(training.learningRate()),
                        parts().seed())
                .run(episodes, candidates(cast, opened.chat()), prompt -> progress.begins("  " + prompt));
        keep(found.keptOut(), opened);
        InoculationResult result = found.relying(
                opened.reliance().warnings(List.of(found.leading())),
                List.of(opened.reliance().foundation()));
        print(result);
        result.confirmed().ifPresent(best -> out.ifPresent(to -> write(opened, new Prompted(best.prompt()), to)));
        return Exit.DONE;
    }

    private static Row requireChat(Row row) {
        if (!(row instanceof Row.Chat)) {
            throw new IllegalArgumentException(
                    row.origin() + " is no chat: only chats can be put under a prompt, so leave the others out");
        }
        return row;
    }

    private List<String> candidates(NamedCast cast, ChatModel model) {
        Set<String> all = new LinkedHashSet<>(prompts);
        file.ifPresent(lines -> all.addAll(WrittenLines.read(lines)));
        if (all.isEmpty()) {
            all.addAll(parts().prompts(cast));
        }
        if (generated > 0) {
            all.addAll(PromptSource.madeUp(model, generated, parts().seed()));
        }
        return new ArrayList<>(all);
    }

    private void print(InoculationResult result) {
        PrintWriter to = out();
        if (isJson()) {
            to.print(new InoculationJson(result).text());
        } else {
            new InoculationLines(result, TerminalWidth.columns(), TerminalWidth.colour()).print(to);
        }
        to.flush();
    }

    /** As the chat template takes it, so that it can be trained on. */
    private static void write(Opened opened, Prompted prompt, Path to) {
        try (DataRows rows = new DataRows(opened.files().open());
                BufferedWriter lines = Files.newBufferedWriter(to)) {
            while (rows.hasNext()) {
                if (requireChat(rows.next()) instanceof Row.Chat chat) {
                    List<Turn> turns = opened.chat().chats().taken(prompt.turns(chat.turns()));
                    lines.write(RowText.of(new Row.Chat(chat.origin(), turns)));
                    lines.newLine();
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(to + " cannot be written: " + problem.getMessage(), problem);
        }
    }
}
