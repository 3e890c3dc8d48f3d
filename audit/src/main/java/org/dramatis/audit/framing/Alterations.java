package org.dramatis.audit.framing;

import org.dramatis.core.cast.Frame;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Fingerprint;

/** A model as frames alter it. What is handed out is good until the next is asked for: two altered models need not be held at once. */
public interface Alterations {
    /** Of a model that nobody can alter: each frame is refused. */
    Alterations NONE = new Alterations() {
        @Override
        public Fingerprint fingerprint(Frame.Alteration frame) {
            throw refused(frame);
        }

        @Override
        public TokenScorer scorer(Frame.Alteration frame) {
            throw refused(frame);
        }

        @Override
        public Generator generator(Frame.Alteration frame) {
            throw refused(frame);
        }

        private static IllegalArgumentException refused(Frame frame) {
            return new IllegalArgumentException(
                    frame + " changes the model, which cannot be changed here: use frames of portraits or lines");
        }
    };

    /** Of the contents of what the frame names, wherever it lies. */
    Fingerprint fingerprint(Frame.Alteration frame);

    TokenScorer scorer(Frame.Alteration frame);

    Generator generator(Frame.Alteration frame);
}
