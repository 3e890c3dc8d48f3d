package org.dramatis.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.checkpoint.CheckpointException;

/** Where the model that ships lies: beside the program, in {@code models/stage}. */
final class ShippedModel {
    /** Where it lies beside the program. */
    static final String NAME = "models/stage";

    private static final String TINY = "tiny";

    private ShippedModel() {}

    /** Its small sibling. */
    static Path tiny() {
        return folder().resolveSibling(TINY);
    }

    static Path folder() {
        for (Path place = program(); place != null; place = place.getParent()) {
            Path folder = place.resolve(NAME);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new CheckpointException("the model that ships is not beside " + program() + ": give --model DIR");
    }

    private static Path program() {
        try {
            return Path.of(ShippedModel.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException problem) {
            throw new IllegalStateException("the program does not know where it lies", problem);
        }
    }
}
