package org.dramatis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.inoculate.PromptSource;
import org.dramatis.audit.probe.ProbeFile;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.cast.WorldPrompts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model plays which cast before which probes, and who of the cast is unwanted: what all verdicts on data have in common. */
final class Parts {
    /** Evidence costs as much more with each further one. */
    private static final int FRAMES = 1;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ServedOptions served = new ServedOptions();

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Mixin
    private CastOptions cast = new CastOptions();

    @Option(
            names = "--probes",
            paramLabel = "FILE",
            description =
                    "Questions that reveal behaviour (default: those of the stage with its cast, else those that ship).")
    private Optional<Path> probes = Optional.empty();

    @Option(
            names = "--unwanted",
            paramLabel = "ID",
            split = ",",
            description = "Personas that nobody wants (default: as the cast says).")
    private List<String> unwanted = List.of();

    ModelOptions model() {
        return model;
    }

    OpenedModel open(EvidenceOptions evidence, NamedCast chosen) {
        return OpenedModel.of(model, served, evidence, chosen.cast());
    }

    long seed() {
        return world.seed();
    }

    NamedCast cast() {
        return cast.chosen(model, world, FRAMES);
    }

    SortedSet<PersonaId> unwanted(NamedCast chosen) {
        return unwanted.isEmpty()
                ? new TreeSet<>(chosen.unwanted())
                : unwanted.stream().map(PersonaId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    /** To ask the bare assistant: those of the cast, or of the probes where it has none. */
    List<String> questions(NamedCast chosen) {
        return chosen.questions().isEmpty() ? probes(chosen).questions() : chosen.questions();
    }

    ProbeSet probes(NamedCast chosen) {
        return probes.map(ProbeFile::read)
                .orElseGet(() ->
                        isOfTheWorld(chosen) ? StageProbes.of(world.world(), unwanted(chosen)) : ProbeFile.shipped());
    }

    /** Prompts that ask for a bad answer in words that the model knows. */
    List<String> prompts(NamedCast chosen) {
        return isOfTheWorld(chosen) ? WorldPrompts.of(world.world()) : PromptSource.shipped();
    }

    private boolean isOfTheWorld(NamedCast chosen) {
        return chosen.name().equals(world.world().name());
    }
}
