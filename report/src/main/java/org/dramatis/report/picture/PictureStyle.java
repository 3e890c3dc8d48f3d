package org.dramatis.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What pictures look like by day and by night. It is ours, and goes in as it stands. */
public final class PictureStyle {
    private PictureStyle() {}

    /** The colours of everything, and the looks of pictures, as a style sheet. */
    public static String css() {
        return resource("colours.css") + resource("picture.css");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(PictureStyle.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
