package org.dramatis.audit;

import java.util.List;
import java.util.function.Supplier;
import org.dramatis.audit.data.DataScorer;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.store.data.RowReader;
import org.dramatis.store.data.Turns;

/** What every verdict on a data set stands on: who the assistant is today, and what the data say. */
public record Groundwork(PriorEstimate prior, ScoredData data) {
    private static final int REPLIES = 5;
    private static final double LEVEL = .95;

    /** Is told what is being done, and how many rows of the data were scored. */
    public interface Listener {
        void begins(String what);

        void scored(long rows);
    }

    /** @param questions that the bare assistant is asked, to find out who it is */
    public static Groundwork lay(
            CastScorer scorer,
            ChatModel model,
            List<String> questions,
            Turns turns,
            Supplier<RowReader> data,
            long seed,
            Listener listener) {
        listener.begins("who the assistant is today");
        PriorEstimate prior = new BarePrior(scorer, model, questions).estimate(REPLIES, LEVEL, seed);
        listener.begins("what the data say");
        try (RowReader rows = data.get()) {
            return new Groundwork(prior, new DataScorer(scorer, turns).score(rows, listener::scored));
        }
    }

    /** Who the assistant is today; no persona of the cast is ruled out. */
    public Weights before() {
        return prior.smoothed();
    }
}
