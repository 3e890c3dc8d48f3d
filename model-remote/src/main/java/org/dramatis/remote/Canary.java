package org.dramatis.remote;

import java.util.List;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.text.ServedText;

/**
 * A short text that tells by how likely it is whether a server still has the same model: names and addresses stay when weights are
 * exchanged.
 */
final class Canary {
    private static final String BEGINNING = "The sun rises in the east";
    private static final String END = " and sets in the west. I am the assistant, and I was asked to say who I am.";

    private final Server server;
    private final Dialect dialect;
    private final Passage text;
    private final LogVector first;

    Canary(Server server, Dialect dialect, ServedText text) {
        this.server = server;
        this.dialect = dialect;
        this.text = new Passage(beginning(text), text.tokenizer().encode(END));
        this.first = ask();
    }

    /** Something to go on from. */
    static Tokens beginning(ServedText text) {
        Tokenizer tokenizer = text.tokenizer();
        return text.begin().followedBy(tokenizer.encode(BEGINNING));
    }

    private LogVector ask() {
        server.cost().spend(dialect.tokens(text));
        return dialect.read(List.of(text)).getFirst();
    }

    /** The log-probability of each of its tokens. */
    LogVector logProbabilities() {
        return first;
    }

    void requireSame() {
        LogVector now = ask();
        if (!Sameness.of(first, now)) {
            throw new RemoteException("the model behind " + server.address()
                    + " changed under way: it gives other log-probabilities for the same text, up to "
                    + Sameness.difference(first, now)
                    + " nats; the rows since are not kept. Run again when it is still");
        }
    }
}
