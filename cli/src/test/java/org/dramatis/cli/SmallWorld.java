package org.dramatis.cli;

import java.nio.file.Path;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;

/** The small world of the tests of the stage. */
final class SmallWorld {
    static final Path FILE = Path.of("../stage/src/test/resources/org/dramatis/stage/tiny.yaml");

    private SmallWorld() {}

    static World world() {
        return WorldFile.read(FILE);
    }
}
