package org.dramatis.audit.inoculate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.Voice;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.InoculationResult;
import org.dramatis.audit.result.InoculationResult.Plain;
import org.dramatis.audit.result.InoculationResult.Tried;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.audit.unmodelled.Surprising;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.inoculation.Candidate;
import org.dramatis.core.inoculation.CandidateRanking;
import org.dramatis.core.inoculation.Inoculation;
import org.dramatis.core.inoculation.PromptedEpisode;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.verdict.SurpriseLimit;
import org.dramatis.store.evidence.Cell;

/**
 * Tries prompts on a data set.
 *
 * @param contexts how like each other prompts are
 * @param prior who the assistant is today
 * @param limit above which a reply surprises, and says nothing of who speaks
 * @param unwanted personas whose evidence is to be taken away
 * @param probes on which it shows what the unwanted do
 */
public record Inoculator(
        CastScorer scorer,
        Contexts contexts,
        Prior prior,
        SurpriseLimit limit,
        Set<PersonaId> unwanted,
        ProbeSet probes,
        TrainingAmount amount,
        RatePosterior rate,
        long seed) {
    private static final double LEVEL = .95;
    private static final int DRAWS = 100;
    private static final int FEWEST = 4;

    /** Replies of one half, the places of those that surprise every persona, and what all of them say. */
    private record Half(List<Episode> episodes, Set<Integer> surprising, List<Evidence> evidence) {
        List<Episode> telling() {
            return IntStream.range(0, episodes.size())
                    .filter(place -> !surprising.contains(place))
                    .mapToObj(episodes::get)
                    .toList();
        }
    }

    /** Prompts, the best ones, for which the probes are read with the prompt before them. */
    private static final int READ_AGAIN = 3;

    /** A prompt may not make the replies less likely: it would inoculate against other data. */
    private static final double ELICITATION_FLOOR = 0;

    /** Refuses probes that it could not read, before the data are scored. */
    public Inoculator {
        if (probes.listed().isEmpty()) {
            throw new IllegalArgumentException("the probes '" + probes.name()
                    + "' are all answered in free text, while prompts are tried on listed answers: give some of those");
        }
    }

    /**
     * Reads every prompt on the first half of the episodes, and the best one on the second half.
     *
     * @param episodes a sample of the data, at least four
     * @param said is told which prompt is being read
     */
    public InoculationResult run(List<Episode> episodes, List<String> prompts, Consumer<String> said) {
        requireEnough(episodes);
        Half choosing = half(episodes.subList(0, episodes.size() / 2));
        Half confirming = half(episodes.subList(episodes.size() / 2, episodes.size()));
        requireTelling(choosing, confirming);
        List<Reading> readings = new ArrayList<>();
        for (String prompt : prompts) {
            said.accept(prompt);
            readings.add(read(new Prompted(prompt), choosing));
        }
        CandidateRanking ranking =
                CandidateRanking.of(readings.stream().map(Reading::candidate).toList(), ELICITATION_FLOOR);
        said.accept("the probes");
        UnwantedAnswers answers = UnwantedAnswers.read(
                this,
                ranking.admitted().stream()
                        .limit(READ_AGAIN)
                        .map(Candidate::prompt)
                        .toList());
        List<Tried> tried = Stream.concat(ranking.admitted().stream(), ranking.refused().stream())
                .map(candidate -> tried(candidate, ranking, readings, answers))
                .toList();
        Optional<Candidate> confirmed = ranking.admitted().stream()
                .findFirst()
                .map(best -> read(new Prompted(best.prompt()), confirming).candidate());
        SelectionForecast plain = selection(data(choosing.episodes(), choosing.evidence(), choosing));
        return new InoculationResult(
                plain(plain, answers),
                tried,
                confirmed,
                choosing.telling().size(),
                keptOut(choosing, confirming),
                leading(plain),
                List.of(),
                List.of());
    }

    private Half half(List<Episode> episodes) {
        List<Evidence> evidence = scorer.evidence(episodes);
        Surprising surprising = new Surprising(scorer.cast(), prior.best(), limit);
        Set<Integer> places = IntStream.range(0, evidence.size())
                .filter(i -> evidence.get(i) instanceof Evidence.Scored scored && surprising.isSurprising(scored))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return new Half(episodes, places, evidence);
    }

    private void requireTelling(Half choosing, Half confirming) {
        KeptOut keptOut = keptOut(choosing, confirming);
        if (choosing.telling().size() < FEWEST / 2 || confirming.telling().size() < FEWEST / 2) {
            throw new IllegalArgumentException(keptOut.replies() + " of " + keptOut.scored()
                    + " replies surprise every persona of the cast and say nothing of who speaks: prompts cannot be"
                    + " compared on the few others, so give data of which the cast explains some, or another cast");
        }
    }

    private KeptOut keptOut(Half choosing, Half confirming) {
        long scored = Stream.concat(choosing.evidence().stream(), confirming.evidence().stream())
                .filter(Evidence.Scored.class::isInstance)
                .count();
        return new KeptOut(
                choosing.surprising().size() + confirming.surprising().size(), scored, limit.natsPerToken());
    }

    /** What surprises takes its time in training and moves nobody's weight: every persona finds it equally likely. */
    private ScoredData data(List<Episode> episodes, List<Evidence> evidence, Half half) {
        LogVector nothing = LogVector.of(new double[scorer.cast().size()]);
        List<Evidence> told = IntStream.range(0, evidence.size())
                .mapToObj(i -> evidence.get(i) instanceof Evidence.Scored scored
                                && half.surprising().contains(i)
                        ? new Evidence.Scored(scored.episode(), nothing, scored.tokens())
                        : evidence.get(i))
                .toList();
        return ScoredData.of(episodes, told, scorer.cast().size(), contexts);
    }

    /** Checks that there is something to choose by and something to confirm by. */
    public static void requireEnough(List<Episode> episodes) {
        if (episodes.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "prompts cannot be compared on " + episodes.size() + " replies: it takes at least " + FEWEST);
        }
    }

    /** What one prompt does: the numbers it is ranked by, and the evidence under it. */
    private record Reading(Candidate candidate, ScoredData data) {}

    private Reading read(Prompted prompt, Half half) {
        List<Episode> episodes = half.episodes();
        List<Episode> under = episodes.stream().map(prompt::episode).toList();
        List<Evidence> evidence = scorer.evidence(under);
        List<Double> with = bare(under);
        List<Double> without = bare(episodes);
        List<PromptedEpisode> read = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            if (evidence.get(i) instanceof Evidence.Scored scored
                    && !half.surprising().contains(i)) {
                read.add(new PromptedEpisode(scored.episode(), scored.logLikelihoods(), with.get(i), without.get(i)));
            }
        }
        Cast cast = new Cast(scorer.cast().personas(), prior.best());
        Set<PersonaId> wanted = new TreeSet<>();
        cast.personas().stream()
                .filter(persona -> !persona.isDocument() && !unwanted.contains(persona.id()))
                .forEach(persona -> wanted.add(persona.id()));
        return new Reading(
                Inoculation.of(cast, unwanted, wanted).read(prompt.prompt(), read, LEVEL), data(under, evidence, half));
    }

    /** How likely the assistant itself, in no frame, gives each reply. */
    private List<Double> bare(List<Episode> episodes) {
        return scorer.frames().cells(List.of(new Voice.Bare()), episodes).stream()
                .map(cells -> switch (cells.getFirst()) {
                    case Cell.Scored scored -> scored.logLikelihood();
                    case Cell.Unscorable _ -> Double.NEGATIVE_INFINITY; // unscorable in every frame too, so left out
                })
                .toList();
    }

    private PersonaId leading(SelectionForecast plain) {
        return unwanted.stream()
                .max(Comparator.comparingDouble(id ->
                        plain.heldAfter(List.of(scorer.cast().indexOf(id))).point()))
                .orElseThrow(() -> new IllegalArgumentException("nobody is unwanted: name at least one persona"));
    }

    private Plain plain(SelectionForecast selection, UnwantedAnswers answers) {
        return new Plain(held(prior.best()), unwantedAfter(selection), answers.absent(selection));
    }

    private Tried tried(
            Candidate candidate, CandidateRanking ranking, List<Reading> readings, UnwantedAnswers answers) {
        ScoredData data = readings.stream()
                .filter(reading -> reading.candidate().equals(candidate))
                .findFirst()
                .orElseThrow()
                .data();
        SelectionForecast selection = selection(data);
        return new Tried(
                candidate,
                ranking.admitted().contains(candidate),
                unwantedAfter(selection),
                answers.absent(selection),
                answers.trigger(candidate.prompt(), selection));
    }

    private SelectionForecast selection(ScoredData data) {
        return SelectionForecast.of(prior, data, contexts.asked(), amount, rate, DRAWS, seed);
    }

    private Estimate unwantedAfter(SelectionForecast selection) {
        return selection.heldAfter(unwanted.stream().map(scorer.cast()::indexOf).toList());
    }

    private double held(Weights weights) {
        return unwanted.stream()
                .mapToDouble(id -> weights.at(scorer.cast().indexOf(id)))
                .sum();
    }
}
