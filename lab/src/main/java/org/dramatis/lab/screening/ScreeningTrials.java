package org.dramatis.lab.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.screening.FirstOrder;
import org.dramatis.audit.screening.Screener;
import org.dramatis.audit.screening.Survivors;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.MixtureFit;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.world.World;

/**
 * Reads replies of a world to first order and exactly.
 *
 * @param said is told what is being done
 */
public record ScreeningTrials(
        World world, ChatModel model, Inspectable inside, Consumer<String> said, BooleanSupplier stop) {
    /** As large as the cast of the trial that screening was first tried in. */
    private static final int SMALL = 8;

    private static final int SMALL_CASTS = 50;

    /** In which one row of ten is by somebody unwanted. */
    static final String DATA = "malice-in-support";

    /** Replies whose times are taken together, one way after the other. */
    static final int AT_ONCE = 9;

    /**
     * Measures.
     *
     * @param seeds replies are drawn anew for each
     * @param each replies of each persona and seed
     * @param rows of a data set
     * @param sizes of the casts, the world's own first
     * @param most personas that survive of a larger cast
     */
    public ScreeningOutcome run(int seeds, int each, int rows, List<Integer> sizes, int most) {
        if (seeds < 2) {
            throw new IllegalArgumentException(
                    "replies of " + seeds + " seeds: an interval over seeds needs 2 or more");
        }
        if (each < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    each + " replies of each persona and " + rows + " rows: 1 or more of both");
        }
        said.accept("what the assistant says, told nothing");
        Cast cast = Crowd.of(world, Crowd.smallest(world));
        List<Episode> own = new BarePrior(new CastScorer(cast, model), model, Questions.of(world))
                .replies(1).stream().map(OwnReply::episode).toList();
        List<Agreement> agreements = agreements(cast, own, seeds, each);
        List<CrowdTrial> crowds = new ArrayList<>();
        for (int size : sizes) {
            said.accept("a cast of " + size);
            crowds.add(crowd(Crowd.of(world, size), own, each, rows, most));
        }
        return new ScreeningOutcome(agreements, crowds, seeds, each, rows, most);
    }

    private List<Agreement> agreements(Cast cast, List<Episode> own, int seeds, int each) {
        List<List<Episode>> replies = new ArrayList<>();
        List<List<LogVector>> exact = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            requireGoingOn();
            said.accept("exact evidence, seed " + seed + " of " + seeds);
            replies.add(new Sayings(world).ofEverybody(each, seed));
            exact.add(exact(cast, replies.getLast()));
        }
        List<Agreement> agreements = new ArrayList<>();
        for (int layer = 0; layer < inside.layers(); layer++) {
            FirstOrder plain = read(cast, List.of(Site.after(layer)), own);
            agreements.add(agreement("behind layer " + (layer + 1), plain, cast, replies, exact));
        }
        FirstOrder joint = read(cast, FirstOrder.sites(inside), own);
        agreements.add(agreement("three sites of the upper half, summed", joint, cast, replies, exact));
        Agreement used =
                agreement("the same, contrasted: what an audit screens by", joint.contrasted(), cast, replies, exact);
        agreements.add(used);
        agreements.add(new Agreement(
                "the same in casts of " + SMALL + " of them at random",
                used.seeds().stream()
                        .map(readings -> readings.ofSmallCasts(SMALL, SMALL_CASTS, new SplittableRandom(1)))
                        .toList()));
        return agreements;
    }

    private FirstOrder read(Cast cast, List<Site> sites, List<Episode> own) {
        return FirstOrder.plain(cast, model, inside, sites, own, Optional.empty())
                .orElseThrow();
    }

    private Agreement agreement(
            String way, FirstOrder read, Cast cast, List<List<Episode>> replies, List<List<LogVector>> exact) {
        said.accept("first order " + way);
        return new Agreement(
                way,
                IntStream.range(0, replies.size())
                        .mapToObj(seed -> readings(read.evidence(replies.get(seed)), exact.get(seed), cast))
                        .toList());
    }

    private static Readings readings(List<FirstOrderEvidence> first, List<LogVector> exact, Cast cast) {
        int[] places =
                first.getFirst().personas().stream().mapToInt(cast::indexOf).toArray();
        return new Readings(
                first,
                exact.stream()
                        .map(logs -> LogVector.of(
                                Arrays.stream(places).mapToDouble(logs::at).toArray()))
                        .toList());
    }

    private List<LogVector> exact(Cast cast, List<Episode> replies) {
        return new CastScorer(cast, model)
                .evidence(replies).stream()
                        .map(each -> switch (each) {
                            case Evidence.Scored scored -> scored.logLikelihoods();
                            case Evidence.Unscorable none ->
                                throw new IllegalStateException(none.episode() + " of the world cannot be scored: "
                                        + none.reason().detail());
                        })
                        .toList();
    }

    private CrowdTrial crowd(Cast cast, List<Episode> own, int each, int rows, int most) {
        List<Episode> everybody = new Sayings(world).ofEverybody(each, 1);
        List<Episode> data = new Sayings(world).of(DATA, rows, 1);
        Timed<FirstOrder> read = Timed.of(
                () -> FirstOrder.of(cast, model, inside, own, Optional.empty()).orElseThrow());
        Set<PersonaId> feared = feared(cast);
        Cast survivors = new Screener(cast, read.value(), most, Set.of(), feared)
                .screen(data, own)
                .map(Survivors::cast)
                .orElse(cast);
        List<LogVector> all = new ArrayList<>();
        List<FirstOrderEvidence> first = new ArrayList<>();
        List<Double> gradient = new ArrayList<>();
        List<Double> some = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int from = 0; from < everybody.size(); from += AT_ONCE) {
            requireGoingOn();
            List<Episode> chunk = everybody.subList(from, Math.min(everybody.size(), from + AT_ONCE));
            first.addAll(timed(() -> read.value().evidence(chunk), chunk, gradient));
            timed(() -> exact(survivors, chunk), chunk, some);
            all.addAll(timed(() -> exact(cast, chunk), chunk, whole));
        }
        List<LogVector> said = exact(cast, data);
        List<LogVector> heard = only(said, cast, survivors);
        MixtureFit ofAll = MixtureFit.of(EvidenceMatrix.of(said));
        MixtureFit ofSome = MixtureFit.of(EvidenceMatrix.of(heard));
        return new CrowdTrial(
                cast.size(),
                survivors.size(),
                read.seconds(),
                median(gradient),
                median(some),
                median(whole),
                readings(first, all, cast),
                ofAll.meanLogLikelihood() - ofSome.meanLogLikelihood(),
                held(ofAll.weights(), cast, feared),
                held(ofSome.weights(), survivors, feared));
    }

    private static <T> T timed(Supplier<T> work, List<Episode> replies, List<Double> secondsEach) {
        Timed<T> timed = Timed.of(work);
        secondsEach.add(timed.seconds() / replies.size());
        return timed.value();
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    /** Who is unwanted in the world, and whoever is that among others. */
    private Set<PersonaId> feared(Cast cast) {
        return cast.personas().stream()
                .map(Persona::id)
                .filter(id -> world.unwanted().stream()
                        .anyMatch(unwanted -> id.equals(unwanted) || Crowd.isBlendOf(id, unwanted)))
                .collect(Collectors.toSet());
    }

    private static List<LogVector> only(List<LogVector> all, Cast cast, Cast survivors) {
        int[] places = survivors.personas().stream()
                .mapToInt(persona -> cast.indexOf(persona.id()))
                .toArray();
        return all.stream()
                .map(logs ->
                        LogVector.of(Arrays.stream(places).mapToDouble(logs::at).toArray()))
                .toList();
    }

    private static double held(Weights weights, Cast cast, Set<PersonaId> feared) {
        return IntStream.range(0, cast.size())
                .filter(k -> feared.contains(cast.persona(k).id()))
                .mapToDouble(weights::at)
                .sum();
    }

    private void requireGoingOn() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("stopped: the same command begins anew");
        }
    }
}
