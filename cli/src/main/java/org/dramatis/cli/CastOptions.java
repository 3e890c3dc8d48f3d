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
            description =
                    "Frames of each persona at most: more are steadier, and cost as much more (default: 3 to check a"
                            + " cast, 1 to audit data).")
    private Optional<Integer> frames = Optional.empty();

    /**
     * @param usual how many frames where the user says nothing
     * @throws IllegalArgumentException when there is no such cast, or when a vector or adapter of it is not there
     */
    NamedCast chosen(ModelOptions model, WorldOptions world, int usual) {
        int most = frames.orElse(usual);
        if (most < 1) {
            throw new IllegalArgumentException("--frames " + most + " leaves no frame to speak in: give 1 or more");
        }
        CastName named = model.isShipped() || world.isGiven() ? CastName.STAGE : CastName.DEFAULT;
        return cast.map(CastName::new).orElse(named).played(world, most);
    }
}
