package org.dramatis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.lab.exam.Exam;
import org.dramatis.lab.exam.ExamPage;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis lab exam}: what a model has learnt of its world. */
@Command(
        name = "exam",
        header = "Measure what a model has learnt of the world it was trained in.",
        description = {
            "",
            "Loss beside the entropy of the grammar, answers by domain, who said this, who",
            "the bare assistant is, and samples. Takes some minutes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabExam implements Callable<Integer> {
    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the page there, and its figures beside it, as .md and .json.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter progress = spec.commandLine().getErr();
        try (Interruption _ = new Interruption();
                TorchModel model = options.open()) {
            Exam exam = new Exam(world.world(), world.seed(), options.chat(model), Exam.Size.FULL);
            Exam.Marks marks = exam.take(what -> {
                progress.println("measuring: " + what);
                progress.flush();
            });
            ExamPage page = new ExamPage(options.folder().getFileName().toString(), "dramatis lab exam", marks);
            out.ifPresentOrElse(
                    name -> new ResultFiles(name).write(page.markdown(), page.figures()),
                    () -> spec.commandLine().getOut().print(page.markdown()));
            spec.commandLine().getOut().println(page.line());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }
}
