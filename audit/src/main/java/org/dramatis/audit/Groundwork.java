package org.dramatis.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.result.Counts;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.unmodelled.Ordinary;
import org.dramatis.audit.unmodelled.Surprising;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.store.data.DataSet;

/**
 * What every verdict on a data set stands on: who the assistant is today, and what the data say.
 *
 * @param data in which the rows that surprise every persona say nothing of who speaks
 * @param surprising those rows
 * @param ordinary how surprising an ordinary reply is
 */
public record Groundwork(
        PriorEstimate prior,
        ScoredData data,
        Counts counts,
        Contexts contexts,
        List<EpisodeId> surprising,
        Ordinary ordinary) {
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
        BarePrior bare = new BarePrior(scorer, model, plan.questions());
        List<OwnReply> own = bare.replies(plan.seed());
        PriorEstimate prior = bare.estimate(own, plan.seed());
        Weights before = prior.smoothed();
        Ordinary ordinary = Ordinary.of(scorer, own, plan.probes().listed());
        Surprising surprising = new Surprising(scorer.cast(), before, ordinary.limit());
        Contexts contexts = Contexts.of(model, plan.questions());
        listener.begins("what the data say");
        Watcher told = both(surprising, (read, latest) -> {
            listener.scored(before, read, survey.reading().rows(), latest);
            return true;
        });
        DataScorer rows = new DataScorer(scorer, contexts, plan.turns());
        ScoredData scored = plan.confidence()
                .map(level -> rows.score(
                        survey.sample().iterator(),
                        both(told, surprising.without(new Enough(before, unwanted, level)))))
                .orElseGet(() -> all(rows, data, told));
        SortedSet<Integer> places = places(scored, surprising.found());
        return new Groundwork(
                prior,
                scored.silenced(places),
                new Counts(survey.reading(), scored.rows(), scored.episodes(), scored.unscored()),
                contexts,
                places.stream().map(scored.ids()::get).toList(),
                ordinary);
    }

    private static SortedSet<Integer> places(ScoredData data, Set<EpisodeId> ids) {
        return IntStream.range(0, data.ids().size())
                .filter(place -> ids.contains(data.ids().get(place)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
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

    /** Why a verdict on these data may mislead: where most rows tell nothing, it rests on few. */
    public List<String> warnings() {
        int all = data.ids().size();
        int kept = all - surprising.size();
        if (surprising.size() <= kept) {
            return List.of();
        }
        return List.of(surprising.size() + " of " + all
                + " replies surprise every persona of the cast and say nothing of who speaks: "
                + (kept == 0
                        ? "no persona explains these data, and training on them is taken to change nobody's weight."
                        : "the verdict rests on the other " + kept + "."));
    }

    /** The rows that surprise every persona. */
    KeptOut keptOut() {
        return new KeptOut(
                surprising.size(), data.ids().size(), ordinary.limit().natsPerToken());
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
