package org.dramatis.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.store.evidence.Fingerprint;

/** A model that was opened to play a cast. */
interface OpenedModel extends AutoCloseable {

    /** @throws IllegalArgumentException when the cast cannot be played by it */
    static OpenedModel of(ModelOptions options, ServedOptions served, EvidenceOptions evidence, Cast cast) {
        return options.address()
                .<OpenedModel>map(address -> ServedModel.open(address, served, evidence, cast))
                .orElseGet(() -> {
                    served.requireNone();
                    return LocalModel.open(options, cast);
                });
    }

    ChatModel chat();

    /** Of everything that its log-probabilities depend on. */
    Fingerprint fingerprint();

    /** Its folder, which may bring findings along; none where it is served. */
    Optional<Path> folder();

    @Override
    void close();
}
