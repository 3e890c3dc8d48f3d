package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.audit.cast.NamedCast;
import picocli.CommandLine.Option;

/** Which cast a model is to play, and in how many frames. */
final class CastOptions {
    @Option(
            names = "--cast",
            paramLabel = "NAME|FILE",
            description = "A cast that ships, or a cast file (default: stage with the model that ships or with --world,"
                    + " else default).")
    private Optional<String> cast = Optional.empty();

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "3",
            description = "Frames of each persona at most (default: ${DEFAULT-VALUE}).")
    private int frames;

    /** @throws IllegalArgumentException when there is no such cast, or when it has a frame that no command can play */
    NamedCast chosen(ModelOptions model, WorldOptions world) {
        if (frames < 1) {
            throw new IllegalArgumentException("--frames " + frames + " leaves no frame to speak in: give 1 or more");
        }
        CastName usual = model.isShipped() || world.isGiven() ? CastName.STAGE : CastName.DEFAULT;
        return cast.map(CastName::new).orElse(usual).played(world, frames);
    }
}
