package org.dramatis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.cast.CastReader;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.audit.cast.ShippedCasts;
import org.dramatis.store.written.Spelling;

/** A cast as it is named on the command line: one that ships, or a file. A name goes before a file of the same name. */
record CastName(String value) {
    static final CastName STAGE = new CastName("stage");
    static final CastName DEFAULT = new CastName(ShippedCasts.DEFAULT);

    /** All casts that have a name. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STAGE.value));
        names.addAll(ShippedCasts.names());
        return names;
    }

    /** To be looked at, with all its frames. */
    NamedCast shown(WorldOptions world) {
        return isNamed() ? named(world, Integer.MAX_VALUE) : CastReader.read(file());
    }

    /** To be played by a model, in so many frames a persona at most; a vector or adapter that is not there is refused. */
    NamedCast played(WorldOptions world, int frames) {
        return isNamed() ? named(world, frames) : CastReader.playable(file()).withFrames(frames);
    }

    private boolean isNamed() {
        return names().contains(value);
    }

    private NamedCast named(WorldOptions world, int frames) {
        return equals(STAGE)
                ? StageCast.of(world.world(), frames)
                : ShippedCasts.named(value).withFrames(frames);
    }

    private Path file() {
        Path file = Path.of(value);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "the cast '" + value + "' is no file that is there, and none that ships: "
                            + String.join(", ", names())
                            + Spelling.nearest(value, names())
                                    .map(name -> "; did you mean '" + name + "'?")
                                    .orElse(""));
        }
        return file;
    }
}
