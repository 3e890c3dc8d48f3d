package org.dramatis.audit.framing;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dramatis.model.score.Score;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptFindings;

/**
 * Scores of tokens, kept. All or none of a list are found, so they are for the few replies whose tokens are shown or compared; whole
 * replies are kept one by one as evidence.
 *
 * @param kept findings of one model
 */
record KeptTokens(KeptFindings kept) {
    /** @param asked stands for everything that the scores depend on beside the model */
    List<Score> of(Fingerprint asked, Supplier<List<Score>> computed) {
        Fingerprint tokens = Fingerprint.of("tokens", TokenText.FORMAT, asked.toString());
        return kept.find(tokens).map(TokenText::read).orElseGet(() -> {
            List<Score> scores = computed.get();
            List<Score.Scored> scored = scores.stream()
                    .flatMap(score -> score instanceof Score.Scored each ? Stream.of(each) : Stream.of())
                    .toList();
            if (scored.size() == scores.size()) {
                kept.keep(tokens, TokenText.of(scored)); // that something could not be scored is tried again
            }
            return scores;
        });
    }
}
