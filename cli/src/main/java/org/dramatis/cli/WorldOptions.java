package org.dramatis.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import picocli.CommandLine.Option;

/** Which world. */
final class WorldOptions {
    @Option(names = "--world", paramLabel = "FILE", description = "A world file (default: the world that ships).")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    World world() {
        return file.map(WorldFile::read).orElseGet(WorldFile::shipped);
    }

    /** Whether a world was asked for. */
    boolean isGiven() {
        return file.isPresent();
    }

    long seed() {
        return seed;
    }
}
