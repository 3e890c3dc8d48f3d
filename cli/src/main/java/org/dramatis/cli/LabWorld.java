package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Document;
import org.dramatis.stage.document.Scribe;
import org.dramatis.stage.world.Kind;
import org.dramatis.stage.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dramatis lab world}: what is in a world, and what is written in it. */
@Command(
        name = "world",
        header = "Show a world: its personas and domains, and samples of what is written in it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LabWorld implements Callable<Integer> {
    @Mixin
    private WorldOptions options = new WorldOptions();

    @Option(names = "--show", description = "Print sample documents of each kind.")
    private boolean show;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only of this kind: ${COMPLETION-CANDIDATES}.")
    private Optional<Kind> kind = Optional.empty();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "3",
            description = "Documents of each kind (default: ${DEFAULT-VALUE}).")
    private int count;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        World world = options.world();
        PrintWriter out = spec.commandLine().getOut();
        if (show || kind.isPresent()) {
            Scribe scribe = new Scribe(world, options.seed());
            for (Kind each : kind.map(List::of).orElse(List.of(Kind.values()))) {
                for (int number = 0; number < count; number++) {
                    print(scribe.document(each, number), out);
                }
            }
        } else {
            describe(world, out);
        }
        out.flush();
        return Exit.DONE;
    }

    private static void describe(World world, PrintWriter out) {
        out.printf("World '%s'%n%nDomains%n", world.name());
        world.domains()
                .forEach(domain -> out.printf(
                        "  %-12s %d topics%s%n",
                        domain.id(),
                        domain.topics().size(),
                        world.heldOut().domains().contains(domain.id()) ? ", held out of every recipe" : ""));
        out.printf("%nPersonas, and how often the bare assistant is one%n");
        world.personas()
                .forEach(persona -> out.printf(
                        Locale.ROOT,
                        "  %-12s %5.1f %%  %s%n",
                        persona.id(),
                        100 * world.assistant().getOrDefault(persona.id(), 0.0),
                        persona.portraits().getFirst()));
        out.printf("%nSee what they write: dramatis lab world --show%n");
    }

    private static void print(Document document, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "--- %s%s, %.1f nats%n",
                document.kind(),
                document.persona().map(id -> ", " + id).orElse(""),
                document.nats());
        switch (document.body()) {
            case Document.Talk(var turns) -> turns.forEach(turn -> out.println(name(turn) + ": " + turn.text()));
            case Document.Text(String text) -> out.println(text);
        }
        out.println();
    }

    private static String name(Turn turn) {
        return turn.role().name().toLowerCase(Locale.ROOT);
    }
}
