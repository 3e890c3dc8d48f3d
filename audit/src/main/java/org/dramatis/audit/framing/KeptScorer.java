package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Fingerprint;

/** A model that reads the same list of passages once. */
record KeptScorer(TokenScorer model, KeptTokens kept) implements TokenScorer {
    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return kept.of(asked(passages, tooLong), () -> model.score(passages, tooLong));
    }

    @Override
    public int context() {
        return model.context();
    }

    private static Fingerprint asked(List<Passage> passages, TooLong tooLong) {
        List<String> parts = new ArrayList<>(List.of("passages", tooLong.name()));
        for (Passage passage : passages) {
            parts.add(passage.prefix().toString());
            parts.add(passage.continuation().toString());
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }
}
