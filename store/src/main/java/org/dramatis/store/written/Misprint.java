package org.dramatis.store.written;

import java.util.Collection;
import java.util.List;
import org.dramatis.store.data.Printable;

/** What is wrong at a place of a file, in words of whoever wrote it. */
public record Misprint(Mark mark, String reason) {
    /** As a line for whoever has to find the place. */
    String in(String file) {
        String place = mark.line() == 0 ? "" : ", line " + mark.line() + ", column " + mark.column();
        return Printable.sentence(file + place + ": " + reason);
    }

    static String unknownField(String name, Collection<?> known) {
        List<String> names = known.stream().map(String::valueOf).toList();
        return "unknown field '" + name + "': it may have " + names
                + Spelling.nearest(name, names)
                        .map(word -> "; did you mean '" + word + "'?")
                        .orElse("");
    }
}
