package org.dramatis.audit.constitution;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dramatis.store.written.WrittenLines;

/** What an assistant shall be, clause by clause. */
public record Constitution(List<String> clauses) {
    private static final Pattern MARK = Pattern.compile("^(?:[-*+]|\\d+[.)])\\s+");

    public Constitution {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a constitution without clauses says nothing: write one a line");
        }
    }

    /** A text file with a clause a line; marks of a list before it, empty lines and lines that begin with # are passed over. */
    public static Constitution read(Path file) {
        return new Constitution(WrittenLines.read(file).stream()
                .map(line -> MARK.matcher(line).replaceFirst(""))
                .toList());
    }
}
