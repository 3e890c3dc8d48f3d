package org.dramatis.cli;

import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.torch.TorchModel;

/** A model that was opened to play a cast, with what its frames make of it. */
record OpenedModel(TorchModel torch, TorchAlterations alterations, ChatModel chat) implements AutoCloseable {

    /** @throws IllegalArgumentException when the cast has a vector or adapter that does not fit the model */
    static OpenedModel of(ModelOptions options, Cast cast) {
        TorchModel torch = options.open();
        try {
            TorchAlterations alterations = new TorchAlterations(torch);
            alterations.requireFit(cast);
            return new OpenedModel(torch, alterations, options.chat(torch, alterations));
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
