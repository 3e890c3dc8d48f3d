package org.dramatis.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.DataRows;
import org.dramatis.audit.data.DataScorer;
import org.dramatis.audit.data.Enough;
import org.dramatis.audit.data.EpisodeSample;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.data.Survey;
import org.dramatis.audit.data.Watcher;
import org.dramatis.audit.forecast.ActivationRivals;
import org.dramatis.audit.forecast.RivalForecasts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.result.Counts;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.store.data.DataSet;

/** What every verdict on a data set stands on: who the assistant is today, and what the data say. */
public record Groundwork(PriorEstimate prior, ScoredData data, Counts counts, Contexts contexts) {
    /** Rows of a sample at most. */
    private static final int LARGEST_SAMPLE = 10_000;

    /** Rows whose activations are read. */
    private static final int ACTIVATIONS_READ = 64;

    /** Is told what is being done, and what the rows say as they are scored. */
    public interface Listener {
        void begins(String what);

        /**
         * @param before who the assistant is today
         * @param rows of {@code all} that were scored so far
         */
        void scored(Weights before, long rows, long all, List<Evidence.Scored> latest);
    }

    /**
     * @param unwanted by their places in the cast
     */
    public static Groundwork lay(
            CastScorer scorer,
            ChatModel model,
            AuditPlan plan,
            SortedSet<Integer> unwanted,
            DataSet data,
            Listener listener) {
        listener.begins("reading the data");
        Survey survey = Survey.of(data, plan.confidence().isPresent() ? LARGEST_SAMPLE : 0, plan.seed());
        if (survey.reading().rows() == 0) {
            throw new IllegalArgumentException("the data have no row that can be used"
                    + (survey.reading().badRows() == 0
                            ? ": they are empty"
                            : ", and " + survey.reading().badRows() + " bad ones; the first: "
                                    + survey.reading().bad().getFirst()));
        }
        listener.begins("who the assistant is today");
        PriorEstimate prior = new BarePrior(scorer, model, plan.questions()).estimate(plan.seed());
        Weights before = prior.smoothed();
        Contexts contexts = Contexts.of(model, plan.questions());
        listener.begins("what the data say");
        Watcher told = (read, latest) -> {
            listener.scored(before, read, survey.reading().rows(), latest);
            return true;
        };
        DataScorer rows = new DataScorer(scorer, contexts, plan.turns());
        ScoredData scored = plan.confidence()
                .map(level -> rows.score(survey.sample().iterator(), both(told, new Enough(before, unwanted, level))))
                .orElseGet(() -> all(rows, data, told));
        return new Groundwork(
                prior,
                scored,
                new Counts(survey.reading(), scored.rows(), scored.episodes(), scored.unscored()),
                contexts);
    }

    private static ScoredData all(DataScorer scorer, DataSet data, Watcher watcher) {
        try (DataRows rows = new DataRows(data.open())) {
            return scorer.score(rows, watcher);
        }
    }

    private static Watcher both(Watcher first, Watcher second) {
        return (rows, latest) -> first.goesOn(rows, latest) && second.goesOn(rows, latest);
    }

    /** What is cheaper to say than a forecast; the activations are read on some rows at random. */
    RivalForecasts rivals(DataSet source, ChatModel model, AuditPlan plan) {
        Set<EpisodeId> scored = new HashSet<>(data.ids());
        List<Episode> episodes = EpisodeSample.of(source, ACTIVATIONS_READ, plan.turns(), plan.seed()).stream()
                .filter(episode -> scored.contains(episode.id()))
                .toList();
        return new RivalForecasts(
                plan.calibration(), ActivationRivals.read(model, episodes, plan.probes(), plan.seed()));
    }

    /** Who the assistant is today; no persona of the cast is ruled out. */
    public Weights before() {
        return prior.smoothed();
    }

    /** How many episodes the whole data set has, also where only a sample was scored. */
    public int examples() {
        return Math.toIntExact(Math.round(data.ids().size() / share()));
    }

    /** Which share of the data was scored. */
    public double share() {
        return (double) counts.scoredRows() / counts.rows();
    }
}
