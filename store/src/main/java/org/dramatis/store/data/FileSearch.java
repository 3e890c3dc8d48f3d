package org.dramatis.store.data;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the files that an argument means. */
final class FileSearch {
    private static final Pattern SIGN = Pattern.compile("[*?\\[{]");
    private static final Pattern DATA_FILE =
            Pattern.compile(".*\\.(jsonl|ndjson|json|parquet)(\\.(gz|zst))?", Pattern.CASE_INSENSITIVE);
    private static final String ENDINGS = ".jsonl, .ndjson, .json or .parquet, with or without .gz or .zst";

    private FileSearch() {}

    /** @throws DataException when there is none */
    static List<Path> files(String argument) {
        Optional<Path> named = named(argument);
        if (named.isPresent() && Files.isDirectory(named.get())) {
            return inFolder(named.get());
        }
        if (named.isPresent() && Files.exists(named.get())) {
            return List.of(named.get());
        }
        if (SIGN.matcher(argument).find()) {
            return matching(argument.replace(FileSystems.getDefault().getSeparator(), "/"));
        }
        throw new DataException(argument + " cannot be read: there is no such file or folder");
    }

    /** Empty where the system has no such names: patterns, in some. */
    private static Optional<Path> named(String argument) {
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static List<Path> inFolder(Path folder) {
        List<Path> found = walk(
                folder,
                Integer.MAX_VALUE,
                false,
                file -> DATA_FILE.matcher(String.valueOf(file.getFileName())).matches());
        if (found.isEmpty()) {
            throw new DataException(
                    folder + " has no data file: looked, there and in all its folders, for names that end in " + ENDINGS
                            + "; hidden ones are left out");
        }
        return found;
    }

    private static List<Path> matching(String argument) {
        int sign = SIGN.matcher(argument).results().findFirst().orElseThrow().start();
        int slash = argument.lastIndexOf('/', sign);
        Path folder = Path.of(argument.substring(0, slash + 1));
        String pattern = argument.substring(slash + 1);
        boolean hidden = ("/" + pattern).contains("/.");
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        PathMatcher matcher = matcher(argument, pattern);
        List<Path> found = Files.isDirectory(folder)
                ? walk(folder, depth, hidden, file -> matcher.matches(folder.relativize(file)))
                : List.of();
        if (found.isEmpty()) {
            throw new DataException(argument + " matches no file: looked for " + pattern + " in "
                    + folder.toAbsolutePath() + (hidden ? "" : "; hidden ones are left out"));
        }
        return found;
    }

    /** Everybody but the library means by {@code **}{@code /} no folder, too. */
    private static PathMatcher matcher(String argument, String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "{**/,}"));
        } catch (IllegalArgumentException problem) {
            throw new DataException(argument + " is no pattern: " + problem.getMessage(), problem);
        }
    }

    private static List<Path> walk(Path folder, int depth, boolean hidden, Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return visited.equals(folder) || shown(visited)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.isDirectory() && shown(file) && wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                    if (problem instanceof FileSystemLoopException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw problem;
                }

                private boolean shown(Path visited) {
                    return hidden || !String.valueOf(visited.getFileName()).startsWith(".");
                }
            });
        } catch (IOException problem) {
            throw new DataException(folder + " cannot be searched: " + problem, problem);
        }
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }
}
