package org.dramatis.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dramatis.audit.constitution.Constitution;
import org.dramatis.audit.constitution.ConstitutionReader;
import org.dramatis.audit.data.EpisodeSample;
import org.dramatis.audit.data.RowTexts;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.ProbeForecaster;
import org.dramatis.audit.forecast.RivalForecasts;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.audit.result.GateVerdict;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.Remedy;
import org.dramatis.audit.result.RowStanding;
import org.dramatis.audit.result.Standing;
import org.dramatis.audit.result.Subject;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.audit.result.Unmodelled;
import org.dramatis.audit.unmodelled.Rereader;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Student;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.store.data.DataSet;

/**
 * Who does this data make the assistant become? From the prior over the evidence of every row and the weights on the way to
 * behaviour, to the rows that do it and what would come of changing them.
 */
public record Audit(Subject subject, CastScorer scorer, ChatModel model, AuditPlan plan) {
    private static final int DRAWS = 200;
    private static final double LEVEL = .95;

    /** Rows that a constitution is read on, at random. */
    private static final int CLAUSES_READ = 200;

    /** A row that the unwanted say more likely than not. */
    private static final double LIKELY = .5;

    /** Refuses names that the cast does not have, before hours of work. */
    public Audit {
        plan.unwantedPlaces(scorer.cast());
        plan.gates().forEach(gate -> plan.places(gate, scorer.cast()));
        plan.probes().requireJudges(scorer.cast());
    }

    /** The same before fewer personas. */
    public Audit before(Cast survivors) {
        return new Audit(subject, new CastScorer(survivors, scorer.frames()), model, plan.among(survivors));
    }

    /** @param data are read several times, since texts are not kept */
    public AuditResult run(DataSet data, Groundwork.Listener listener) {
        return run(data, listener, _ -> {});
    }

    /** @param ranking is given all episodes that were scored, those first that push hardest towards the unwanted */
    public AuditResult run(DataSet data, Groundwork.Listener listener, Consumer<List<RowStanding>> ranking) {
        Groundwork ground = Groundwork.lay(scorer, model, plan, unwanted(), data, listener);
        listener.begins("how it and every persona answer the probes");
        ProbeForecaster probes = ProbeForecaster.read(plan.probes(), scorer, model, ground.contexts(), plan.seed());
        RivalForecasts rivals = ground.rivals(data, model, plan);
        List<ClauseReading> clauses = plan.constitution()
                .map(constitution -> clauses(constitution, data, listener))
                .orElse(List.of());
        Unmodelled unmodelled = unmodelled(ground, data, listener);
        listener.begins("who it becomes");
        return result(ground, probes, rivals, clauses, unmodelled, data, ranking);
    }

    private List<ClauseReading> clauses(Constitution constitution, DataSet data, Groundwork.Listener listener) {
        listener.begins("what the data say of the constitution");
        List<Episode> episodes = EpisodeSample.of(data, CLAUSES_READ, plan.turns(), plan.seed());
        return new ConstitutionReader(model).read(constitution, episodes);
    }

    private Unmodelled unmodelled(Groundwork ground, DataSet data, Groundwork.Listener listener) {
        List<EpisodeId> all = new ArrayList<>(ground.surprising());
        Collections.shuffle(all, new Random(plan.seed()));
        List<EpisodeId> some = all.subList(0, Math.min(Rereader.MOST_KIN, all.size()));
        if (!some.isEmpty()) {
            listener.begins("what the rows are that surprise every persona");
        }
        Rereader rereader = new Rereader(model, scorer.frames().remembering(), ground.ordinary(), plan.seed());
        return new Unmodelled(ground.keptOut(), rereader.reread(new RowTexts(data, plan.turns()).of(some)));
    }

    private Cast cast() {
        return scorer.cast();
    }

    private AuditResult result(
            Groundwork ground,
            ProbeForecaster probes,
            RivalForecasts rivals,
            List<ClauseReading> clauses,
            Unmodelled unmodelled,
            DataSet source,
            Consumer<List<RowStanding>> ranked) {
        Weights before = ground.before();
        ScoredData data = ground.data();
        TrainingAmount amount = plan.amount(ground.examples());
        RatePosterior rate = plan.calibration().at(plan.learningRate());
        SelectionForecast selection = selection(ground, data, amount, rate);
        RowRanking ranking = RowRanking.of(
                data, selection, unwanted(), ground.share(), plan.calibration().rows());
        ranked.accept(ranking.all(cast()));
        return new AuditResult(
                subject,
                ground.counts(),
                amount,
                plan.calibration(),
                ground.prior().adequacy(),
                standings(ground, selection, ranking.speakers()),
                Optional.empty(),
                selection.moments(),
                probes.forecast(selection, rivals, plan.seed()),
                rows(ranking, source, before),
                unmodelled,
                ground.counts().isSample() ? List.of() : remedies(ranking, ground, rate),
                clauses,
                gates(selection),
                ground.warnings(),
                List.of());
    }

    private SelectionForecast selection(Groundwork ground, ScoredData data, TrainingAmount amount, RatePosterior rate) {
        return SelectionForecast.of(
                ground.prior().prior(), data, ground.contexts().asked(), amount, rate, DRAWS, plan.seed());
    }

    private SortedSet<Integer> unwanted() {
        return plan.unwantedPlaces(cast());
    }

    private List<Standing> standings(Groundwork ground, SelectionForecast selection, Weights speakers) {
        Weights before = ground.before();
        Weights tempered = selection.tempered();
        List<Estimate> after = selection.moments().getLast().weights();
        return IntStream.range(0, cast().size())
                .mapToObj(k -> new Standing(
                        cast().persona(k),
                        plan.unwanted().contains(cast().persona(k).id()),
                        ground.prior().weights().get(k),
                        evidence(ground.data(), before, k),
                        speakers.at(k),
                        after.get(k),
                        tempered.at(k)))
                .toList();
    }

    /** {@code mean_e [ l_k(e) - log sum_j w_j exp(l_j(e)) ]} over the rows that tell; the interval of fewer than two has no ends. */
    private static Estimate evidence(ScoredData data, Weights before, int persona) {
        double[] evidence = data.telling().stream()
                .mapToDouble(row -> data.evidence().logLikelihood(row, persona)
                        - before.logMixture(data.evidence().row(row)))
                .toArray();
        return evidence.length < 2 ? unknown(evidence) : Student.mean(LEVEL, evidence);
    }

    private static Estimate unknown(double[] evidence) {
        return new Estimate(
                evidence.length == 0 ? 0 : evidence[0],
                new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, LEVEL));
    }

    private List<RankedRow> rows(RowRanking ranking, DataSet source, Weights before) {
        List<RowRanking.Pushed> worst = ranking.worst(plan.shown());
        if (worst.isEmpty()) {
            return List.of();
        }
        List<Episode> episodes = new RowTexts(source, plan.turns())
                .of(worst.stream()
                        .map(row -> ranking.data().ids().get(row.place()))
                        .toList());
        List<TokenEvidence> tokens = scorer.tokens(episodes);
        return IntStream.range(0, worst.size())
                .mapToObj(i -> row(ranking, worst.get(i), episodes.get(i), tokens.get(i), before))
                .toList();
    }

    private RankedRow row(
            RowRanking ranking, RowRanking.Pushed row, Episode episode, TokenEvidence tokens, Weights before) {
        int persona = ranking.likeliest(row.place());
        return new RankedRow(
                episode,
                row.push(),
                cast().persona(persona).id(),
                ranking.probability(row.place()),
                ranking.personas(row.place()),
                pushes(tokens, persona, before));
    }

    private static List<RankedRow.TokenPush> pushes(TokenEvidence tokens, int persona, Weights before) {
        List<LogVector> against = tokens.againstMixture(before);
        return IntStream.range(0, against.size())
                .mapToObj(t -> new RankedRow.TokenPush(
                        tokens.tokens().get(t), against.get(t).at(persona)))
                .toList();
    }

    private List<Remedy> remedies(RowRanking ranking, Groundwork ground, RatePosterior rate) {
        ScoredData data = ranking.data();
        Set<Integer> likely = new HashSet<>();
        for (int place : data.telling()) {
            if (ranking.probability(place) > LIKELY) {
                likely.add(place);
            }
        }
        if (likely.isEmpty() || likely.size() == data.ids().size()) {
            return List.of();
        }
        ScoredData rest = data.without(likely);
        SelectionForecast without =
                selection(ground, rest, plan.amount(rest.ids().size()), rate);
        return List.of(new Remedy(
                "Remove the rows that one of the unwanted says more likely than not.",
                likely.size(),
                without.heldAfter(List.copyOf(unwanted()))));
    }

    private List<GateVerdict> gates(SelectionForecast selection) {
        return plan.gates().stream()
                .map(gate -> new GateVerdict(gate, selection.heldAfter(List.copyOf(plan.places(gate, cast())))))
                .toList();
    }
}
