package org.dramatis.store.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Says what became of a file that cannot be read on, and what to do. */
final class Failure {
    private Failure() {}

    static DataException of(Path path, String read, IOException problem) {
        String after = " after " + read;
        String sentence = switch (problem) {
            case NoSuchFileException missing -> " cannot be read: there is no such file";
            case AccessDeniedException denied -> " cannot be read: you may not read it";
            case EOFException cut ->
                " was cut short: its gzip data stop" + after
                        + ", in the middle. Fetch or pack it again; 'gzip -t' checks it";
            case ZipException damaged ->
                " is damaged: its gzip data cannot be read" + after + " (" + damaged.getMessage()
                        + "). Fetch or pack it again; 'gzip -t' checks it";
            default -> " cannot be read" + after + ": " + problem.getMessage();
        };
        return new DataException(path + sentence, problem);
    }
}
