package org.dramatis.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.torch.TorchModel;

/** A model that calculates on this machine, with what the frames of a cast make of it. */
record LocalModel(
        TorchModel torch, TorchAlterations alterations, ChatModel chat, Fingerprint fingerprint, Optional<Path> folder)
        implements OpenedModel {

    /** @throws IllegalArgumentException when the cast has a vector or adapter that does not fit the model */
    static LocalModel open(ModelOptions options, Cast cast) {
        Fingerprint fingerprint = EvidenceOptions.fingerprint(options.folder());
        TorchModel torch = options.open();
        try {
            TorchAlterations alterations = new TorchAlterations(torch);
            alterations.requireFit(cast);
            return new LocalModel(
                    torch, alterations, options.chat(torch, alterations), fingerprint, Optional.of(options.folder()));
        } catch (RuntimeException problem) {
            torch.close();
            throw problem;
        }
    }

    @Override
    public void close() {
        alterations.close();
        torch.close();
    }
}
