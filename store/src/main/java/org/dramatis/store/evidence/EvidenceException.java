package org.dramatis.store.evidence;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Evidence that cannot be kept, found or written. The message is a sentence for the user: where, what is wrong, what to do. */
public final class EvidenceException extends RuntimeException {
    private EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }

    static EvidenceException of(String what, Exception problem) {
        String why = switch (problem) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> "you may not read or write " + denied.getFile();
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileAlreadyExistsException file -> file.getFile() + " is no folder";
            default -> String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason is known");
        };
        return new EvidenceException(what + ": " + why + ". Mend that, or choose another place", problem);
    }
}
