package org.dramatis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import picocli.CommandLine.Option;

/** Where evidence is kept, so that it is computed once. */
final class EvidenceOptions {
    /** What was found of a model, in its own folder; no part of what it computes. */
    static final String BROUGHT = "findings";

    /** Weights, settings, tokenizer and template; a manifest or a loss curve beside them changes nothing. */
    private static final Pattern READ = Pattern.compile(
            "config\\.json|.*\\.safetensors(\\.index\\.json)?|tokenizer.*\\.json|special_tokens_map\\.json|chat_template.*");

    /** Of those, what makes text of chats and tokens of text. */
    private static final Pattern TEXT =
            Pattern.compile("tokenizer.*\\.json|special_tokens_map\\.json|chat_template.*|generation_config\\.json");

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "Where evidence is kept for other runs (default: dramatis/evidence in the user's cache).")
    private Optional<Path> folder = Optional.empty();

    /** That of a model, with the findings that its folder brings along. */
    KeptEvidence open(OpenedModel model) {
        return KeptEvidence.open(
                place(),
                model.fingerprint(),
                model.folder().map(from -> from.resolve(BROUGHT)),
                InstantSource.system());
    }

    KeptEvidence open(Fingerprint model) {
        return KeptEvidence.open(place(), model, InstantSource.system());
    }

    private Path place() {
        return folder.orElseGet(() -> usual(System.getenv()));
    }

    /** After the XDG base directory specification. */
    private static Path usual(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("dramatis").resolve("evidence");
    }

    /** What stands for everything in a model's folder that its log-probabilities depend on. */
    static Fingerprint fingerprint(Path model) {
        return fingerprint(model, READ);
    }

    /** What stands for a model's tokenizer and chat template alone. */
    static Fingerprint textFingerprint(Path model) {
        return fingerprint(model, TEXT);
    }

    private static Fingerprint fingerprint(Path model, Pattern read) {
        try (Stream<Path> files = Files.list(model)) {
            return Fingerprint.of(files.filter(Files::isRegularFile)
                    .filter(file ->
                            read.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .map(EvidenceOptions::named)
                    .toArray(String[]::new));
        } catch (IOException problem) {
            throw new UncheckedIOException(model + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static String named(Path file) {
        try {
            return file.getFileName() + " " + Fingerprint.ofFile(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }
}
