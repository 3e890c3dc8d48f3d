package org.dramatis.store.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are read one after another, as one. Each has a name of its own, so that an origin means one row.
 *
 * {@snippet :
 * try (SetReader rows = DataSet.of(List.of("chats/", "more/*.jsonl.zst")).open()) {
 *     rows.forEachRemaining(this::use);
 *     report(rows.reading());
 * }
 * }
 */
public record DataSet(List<DataFile> files) {
    public DataSet {
        files = List.copyOf(files);
    }

    /**
     * The files that the arguments mean, those of one argument after those of another. An argument is a file, whatever its name; a
     * folder, of which all data files count, in its folders too; or a pattern such as {@code data/**}{@code /*.jsonl}. What is
     * hidden is left out unless it is named. The files of a folder or a pattern are sorted by their paths, and a file that is meant
     * twice is read once.
     *
     * @throws DataException when an argument means no file
     */
    public static DataSet of(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new DataException("no data are named: give files, folders or patterns");
        }
        Map<Path, Path> files = new LinkedHashMap<>();
        for (String argument : arguments) {
            FileSearch.files(argument).forEach(file -> files.putIfAbsent(place(file), file));
        }
        List<String> names = ShortNames.of(List.copyOf(files.keySet()));
        List<DataFile> named = new ArrayList<>();
        for (Path file : files.values()) {
            named.add(new DataFile(file, names.get(named.size())));
        }
        return new DataSet(named);
    }

    /** Reads all rows, in order, in the memory that one file needs and a little for each row, by which it knows repeated ones. */
    public SetReader open() {
        return new SetReader(files);
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
