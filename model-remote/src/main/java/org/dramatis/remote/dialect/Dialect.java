package org.dramatis.remote.dialect;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;

/** How a server is asked how likely given texts are. */
public interface Dialect {
    /** What users see it called. */
    String name();

    /** So many passages may be asked about in one request. */
    int atOnce();

    /**
     * The log-probability of each token of each continuation.
     *
     * @throws org.dramatis.remote.http.BadAnswerException when the answer is not about exactly these tokens
     */
    List<LogVector> read(List<Passage> passages);

    /** Tokens that are sent, or asked for, to read a passage. */
    default long tokens(Passage passage) {
        return passage.length() + 1L;
    }
}
