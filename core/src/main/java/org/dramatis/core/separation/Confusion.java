package org.dramatis.core.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.IndependentEstimates;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Place;
import org.dramatis.core.number.Proportion;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.dramatis.core.number.Wilson;

/**
 * Who spoke against who is said to have spoken: K x K counts, in cast order. The check to pass before any verdict on a
 * cast is believed.
 */
public final class Confusion {
    private final Cast cast;
    private final long[][] counts;
    private final long[] spoken;
    private final long[] attributed;
    private final long total;
    private final long unscorable;

    private Confusion(Cast cast, long[][] counts, long unscorable) {
        this.cast = cast;
        this.counts = counts;
        this.unscorable = unscorable;
        this.spoken =
                Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        this.attributed = new long[counts.length];
        for (long[] row : counts) {
            Arrays.setAll(attributed, k -> attributed[k] + row[k]);
        }
        this.total = Arrays.stream(spoken).sum();
    }

    /**
     * Attributes every reply to the persona of largest posterior weight, the first of equals.
     *
     * @param prior the weights before the evidence; {@code Weights.uniform} asks what the evidence tells by itself
     * @throws IllegalArgumentException when a speaker is not of the cast, when the prior or the evidence is of another size,
     *     or when no reply could be scored
     */
    public static Confusion of(Cast cast, Weights prior, List<KnownReply> replies) {
        Cast weighed = new Cast(cast.personas(), prior);
        long[][] counts = new long[cast.size()][cast.size()];
        long unscorable = 0;
        for (KnownReply reply : replies) {
            int speaker = cast.indexOf(reply.speaker());
            switch (reply.evidence()) {
                case Evidence.Scored scored ->
                    counts[speaker][
                            prior.after(weighed.requireFits(scored.logLikelihoods()))
                                    .logs()
                                    .argMax()]++;
                case Evidence.Unscorable _ -> unscorable++;
            }
        }
        if (unscorable == replies.size()) {
            throw new IllegalArgumentException(
                    "of " + replies.size() + " replies none was scored: nothing can be attributed");
        }
        return new Confusion(cast, counts, unscorable);
    }

    /**
     * Counts that were made before.
     *
     * @param counts a row for each speaker, in cast order
     * @throws IllegalArgumentException when they are not a count for every two of the cast, or none is positive
     */
    public static Confusion counted(Cast cast, List<List<Long>> counts, long unscorable) {
        boolean square = counts.size() == cast.size() && counts.stream().allMatch(row -> row.size() == cast.size());
        if (!square || unscorable < 0 || counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts " + counts + " and " + unscorable + " unscorable for a cast of "
                    + cast.size() + ": a count is due for every two personas, none below 0");
        }
        long[][] copy = counts.stream()
                .map(row -> row.stream().mapToLong(count -> count).toArray())
                .toArray(long[][]::new);
        Confusion confusion = new Confusion(cast, copy, unscorable);
        if (confusion.total == 0) {
            throw new IllegalArgumentException("the counts are all 0: nothing was attributed");
        }
        return confusion;
    }

    /** All counts, a row for each speaker, in cast order. */
    public List<List<Long>> counts() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** How many replies of one persona, by its place in the cast, were attributed to another. */
    public long count(int speaker, int attributed) {
        return counts[Place.of(speaker, counts.length)][Place.of(attributed, counts.length)];
    }

    /** How many replies could not be scored; they are in no count. */
    public long unscorable() {
        return unscorable;
    }

    public long total() {
        return total;
    }

    /** The share of replies that were attributed to who spoke, with Wilson's interval. */
    public Estimate accuracy(double level) {
        long right = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
        }
        return new Proportion(right, total()).wilson(level);
    }

    /** The accuracy as the counts it was made of. */
    public Term explain() {
        List<Term> right = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            right.add(Term.given("replies of " + cast.persona(k).id() + " given to it", (double) counts[k][k]));
        }
        return Term.quotient(
                "accuracy",
                Term.combined("replies given to who spoke", Term.Operation.SUM, right),
                Term.given("replies", (double) total()));
    }

    /**
     * {@code I = sum_ij p_ij log2(p_ij / (p_i p_j))} of the counted shares, and with the correction of Miller and
     * Madow, which adds {@code (cells - 1) / 2n} nats to each entropy in {@code I = H(speaker) + H(attributed) -
     * H(both)}. Both are kept within [0, log2 K].
     */
    public MutualInformation mutualInformation() {
        double n = total;
        double nats = 0;
        int occupied = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                if (counts[i][j] > 0) {
                    nats += counts[i][j] / n * Math.log(counts[i][j] * n / ((double) spoken[i] * attributed[j]));
                    occupied++;
                }
            }
        }
        int margins = 0;
        for (int k = 0; k < counts.length; k++) {
            margins += (spoken[k] > 0 ? 1 : 0) + (attributed[k] > 0 ? 1 : 0);
        }
        return new MutualInformation(bits(nats), bits(nats + (margins - occupied - 1) / (2 * n)));
    }

    private double bits(double nats) {
        return Math.clamp(nats, 0, Math.log(counts.length)) / Math.log(2);
    }

    /**
     * Every two personas, in cast order, by the replies of either that were attributed to either.
     *
     * <p>With q_i the share of i's replies that went to i, not j, and e_j the share of j's that did too, the accuracy
     * is {@code (1 + q_i - e_j) / 2}. Its interval is Newcombe's for the difference of two shares, from their Wilson
     * intervals. A verdict that always says i scores 1/2 however many of the replies are i's.
     */
    public List<PersonaPair> pairs(double level) {
        Wilson wilson = new Wilson(level);
        List<PersonaPair> pairs = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                pairs.add(new PersonaPair(cast.persona(i).id(), cast.persona(j).id(), pairAccuracy(i, j, wilson)));
            }
        }
        return pairs;
    }

    private Measured<Estimate> pairAccuracy(int i, int j, Wilson wilson) {
        if (toEither(i, j) == 0 || toEither(j, i) == 0) {
            return Measured.unmeasurable(neverObserved(i, j));
        }
        Estimate difference = IndependentEstimates.difference(
                wilson.of(new Proportion(counts[i][i], toEither(i, j))),
                wilson.of(new Proportion(counts[j][i], toEither(j, i))));
        Interval interval = difference.interval();
        return Measured.known(new Estimate(
                (1 + difference.point()) / 2,
                new Interval((1 + interval.low()) / 2, (1 + interval.high()) / 2, interval.level())));
    }

    /** The accuracy between two personas as the counts it was made of; the same absence where there is none. */
    public Measured<Term> explain(PersonaId first, PersonaId second) {
        int i = cast.indexOf(first);
        int j = cast.indexOf(second);
        if (toEither(i, j) == 0 || toEither(j, i) == 0) {
            return Measured.unmeasurable(neverObserved(i, j));
        }
        return Measured.known(Term.combined(
                "accuracy between " + first + " and " + second,
                Term.Operation.MEAN,
                List.of(right(i, j), right(j, i))));
    }

    /** How many replies of the speaker were attributed to it or to the other. */
    private long toEither(int speaker, int other) {
        return counts[speaker][speaker] + counts[speaker][other];
    }

    private String neverObserved(int i, int j) {
        return toEither(i, j) + " replies of " + cast.persona(i).id() + " and " + toEither(j, i) + " of "
                + cast.persona(j).id() + " were attributed to one of the two: it takes one of each";
    }

    private Term right(int speaker, int other) {
        PersonaId id = cast.persona(speaker).id();
        return Term.quotient(
                "share of " + id + " given to it",
                Term.given("replies of " + id + " given to it", (double) counts[speaker][speaker]),
                Term.given("replies of " + id + " given to either", (double) toEither(speaker, other)));
    }
}
