package org.dramatis.store.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What else a model was found to say, so that it is asked once: replies that it made up, the words of rows, whom it tells apart. Each
 * is a text, found by the fingerprint of everything it depends on beside the model.
 *
 * <pre>{@code
 * Fingerprint asked = Fingerprint.of("replies", question, seed);
 * String replies = kept.find(asked).orElseGet(() -> kept.keep(asked, speak(question, seed)));
 * }</pre>
 *
 * <p>A finding is a file, written beside its place and put there in one step. It begins with the fingerprint of what was asked and of
 * what follows, so damage shows: a damaged file counts as none, and whoever computes it again replaces it. Any number of processes may
 * use the folder; who keeps the same finding at the same time keeps the same text.
 */
public final class KeptFindings {
    private static final String FINDING = ".finding";

    private final Path folder;
    private final Optional<Path> brought;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param folder of one model; it is made when the first finding is kept
     * @param brought a folder of findings that came with the model, and are not written to
     */
    KeptFindings(Path folder, Optional<Path> brought) {
        this.folder = folder.toAbsolutePath();
        this.brought = brought.map(Path::toAbsolutePath);
    }

    /** @throws EvidenceException when the folder cannot be read */
    public synchronized Optional<String> find(Fingerprint asked) {
        Optional<String> own = find(asked, folder);
        return own.isPresent() ? own : brought.flatMap(other -> find(asked, other));
    }

    private Optional<String> find(Fingerprint asked, Path from) {
        Path file = from.resolve(asked + FINDING);
        try {
            Optional<String> found = opened(asked, Files.readAllBytes(file));
            if (found.isEmpty()) {
                notes.add(file
                        + " is damaged, its bytes are not those it was written with: what it held is computed again");
            }
            return found;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException problem) {
            throw EvidenceException.of("what was found cannot be read in " + from, problem);
        }
    }

    /** Keeps a finding, and returns it. */
    public synchronized String keep(Fingerprint asked, String finding) {
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(part, sealed(asked, finding));
            WholeFile.publish(part, folder.resolve(asked + FINDING));
            return finding;
        } catch (IOException problem) {
            throw EvidenceException.of("what was found cannot be kept in " + folder, problem);
        }
    }

    /** Sentences for the user on files that were found damaged. */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    private static byte[] sealed(Fingerprint asked, String finding) {
        return (seal(asked, finding) + "\n" + finding).getBytes(UTF_8);
    }

    private static Optional<String> opened(Fingerprint asked, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int end = text.indexOf('\n');
        return end >= 0 && text.substring(0, end).equals(seal(asked, text.substring(end + 1)))
                ? Optional.of(text.substring(end + 1))
                : Optional.empty();
    }

    /** Of both, so that a file under the name of another is no finding either. */
    private static String seal(Fingerprint asked, String finding) {
        return Fingerprint.of(asked.toString(), finding).toString();
    }
}
