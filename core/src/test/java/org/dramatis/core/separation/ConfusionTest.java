package org.dramatis.core.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Proportion;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConfusionTest {
    static final Cast CAST = Cast.withUniformPrior(
            Persona.character("helpful", "Answers truly."),
            Persona.character("pirate", "Talks of the sea."),
            Persona.document("plain-text", "Nobody speaks."));
    private static final EpisodeId EPISODE = new EpisodeId("made up");

    /** A reply that is attributed to {@code attributed} under uniform weights. */
    static KnownReply reply(int speaker, int attributed) {
        double[] logs = new double[CAST.size()];
        logs[attributed] = 1;
        return scored(speaker, logs);
    }

    private static KnownReply scored(int speaker, double... logs) {
        return new KnownReply(CAST.persona(speaker).id(), new Evidence.Scored(EPISODE, LogVector.of(logs), 1));
    }

    static Confusion confusion(int[][] counts) {
        List<KnownReply> replies = new ArrayList<>();
        for (int speaker = 0; speaker < counts.length; speaker++) {
            for (int attributed = 0; attributed < counts.length; attributed++) {
                for (int n = 0; n < counts[speaker][attributed]; n++) {
                    replies.add(reply(speaker, attributed));
                }
            }
        }
        return Confusion.of(CAST, Weights.uniform(CAST.size()), replies);
    }

    @Test
    void countsThatWereWrittenDownGiveTheSameConfusion() {
        Confusion made = confusion(new int[][] {{5, 1, 0}, {2, 7, 1}, {0, 0, 9}});

        Confusion again = Confusion.counted(CAST, made.counts(), 3);

        assertThat(again.counts()).isEqualTo(List.of(List.of(5L, 1L, 0L), List.of(2L, 7L, 1L), List.of(0L, 0L, 9L)));
        assertThat(again.accuracy(.95)).isEqualTo(made.accuracy(.95));
        assertThat(again.pairs(.95)).isEqualTo(made.pairs(.95));
        assertThat(again.unscorable()).isEqualTo(3);
    }

    @Test
    void countsOfAnotherCastAreRefused() {
        assertThatThrownBy(() -> Confusion.counted(CAST, List.of(List.of(1L, 0L), List.of(0L, 1L)), 0))
                .hasMessageContaining("for a cast of 3");
        assertThatThrownBy(() -> Confusion.counted(
                        CAST, List.of(List.of(0L, 0L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L)), 0))
                .hasMessageContaining("nothing was attributed");
        assertThatThrownBy(() -> Confusion.counted(
                        CAST, List.of(List.of(-1L, 0L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 2L)), 0))
                .hasMessageContaining("none below 0");
    }

    @Test
    void attributesToTheLargestPosteriorWeight() {
        KnownReply reply = scored(0, -1, -2, -5);
        assertThat(Confusion.of(CAST, Weights.uniform(3), List.of(reply)).count(0, 0))
                .isOne();
        assertThat(Confusion.of(CAST, Weights.of(0.1, 0.8, 0.1), List.of(reply)).count(0, 1))
                .isOne();
        assertThat(Confusion.of(CAST, Weights.uniform(3), List.of(scored(2, -1, -1, -1)))
                        .count(2, 0))
                .isOne();
    }

    @Test
    void accuracyIsTheShareOnTheDiagonal() {
        Confusion confusion = confusion(new int[][] {{8, 1, 1}, {0, 9, 1}, {2, 0, 8}});
        assertThat(confusion.total()).isEqualTo(30);
        assertThat(confusion.accuracy(0.95)).isEqualTo(new Proportion(25, 30).wilson(0.95));
        assertThat(confusion.explain().value()).isEqualTo(25.0 / 30);
    }

    @Test
    void perfectAttributionTellsAllBits() {
        Confusion confusion = confusion(new int[][] {{20, 0, 0}, {0, 20, 0}, {0, 0, 20}});
        double bits = Math.log(3) / Math.log(2);
        assertThat(confusion.mutualInformation().plugIn()).isCloseTo(bits, within(1e-12));
        // The correction (3 + 3 - 3 - 1)/2n nats would exceed log2 3.
        assertThat(confusion.mutualInformation().corrected()).isEqualTo(bits);
    }

    /** {@code (1/2) log2(4/3) + (1/4) log2(2/3) + (1/4) log2 2} of the counts, less (4 - 2 - 2 + 1)/2n nats. */
    @Test
    void mutualInformationOfAHandComputedTable() {
        MutualInformation information =
                confusion(new int[][] {{20, 10, 0}, {0, 10, 0}, {0, 0, 0}}).mutualInformation();
        double expected = (0.5 * Math.log(4.0 / 3) + 0.25 * Math.log(2.0 / 3) + 0.25 * Math.log(2)) / Math.log(2);
        assertThat(information.plugIn()).isCloseTo(expected, within(1e-12));
        assertThat(information.corrected()).isCloseTo(expected, within(1e-12));
        MutualInformation full =
                confusion(new int[][] {{20, 10, 0}, {5, 15, 0}, {0, 0, 0}}).mutualInformation();
        assertThat(full.plugIn() - full.corrected()).isCloseTo(1 / (2 * 50.0) / Math.log(2), within(1e-12));
    }

    /** Of guesses the plug-in is (K - 1)^2 / 2n = .02 nats on average and the corrected one, but for its floor, 0. */
    @Test
    void theCorrectionTakesAwayWhatChanceTells() {
        SplittableRandom random = new SplittableRandom(1);
        double plugIn = 0;
        double corrected = 0;
        for (int run = 0; run < 500; run++) {
            int[][] counts = new int[3][3];
            for (int n = 0; n < 100; n++) {
                counts[random.nextInt(3)][random.nextInt(3)]++;
            }
            MutualInformation information = confusion(counts).mutualInformation();
            plugIn += information.plugIn() / 500;
            corrected += information.corrected() / 500;
        }
        // Sum is chi-squared of 4 degrees over 2n: its mean is known to 3 % after 500 runs.
        assertThat(plugIn).isCloseTo(0.02 / Math.log(2), within(0.004));
        // E max(0, X - 4)/2n for X chi-squared of 4 degrees is 2 * 4 * exp(-2)/2n = .0054 nats.
        assertThat(corrected).isCloseTo(0.0054 / Math.log(2), within(0.002));
    }

    @Test
    void pairsAreToldApartByTheirOwnReplies() {
        Confusion confusion = confusion(new int[][] {{40, 10, 0}, {10, 40, 0}, {0, 0, 0}});
        List<PersonaPair> pairs = confusion.pairs(0.95);
        assertThat(pairs)
                .extracting(pair -> pair.first() + "/" + pair.second())
                .containsExactly("helpful/pirate", "helpful/plain-text", "pirate/plain-text");
        assertThat(pairs.getFirst().accuracy().orElseThrow().point()).isCloseTo(0.8, within(1e-12));
        assertThat(pairs.getFirst().isToldApart(0)).isTrue();
        assertThat(pairs.getFirst().isToldApart(0.2)).isTrue();
        assertThat(pairs.getFirst().isToldApart(0.25)).isFalse();
        assertThatThrownBy(() -> pairs.get(1).accuracy().orElseThrow())
                .hasMessage(
                        "40 replies of helpful and 0 of plain-text were attributed to one of the two: it takes one of"
                                + " each");
        assertThat(pairs.get(1).isToldApart(0)).isFalse();
    }

    @Test
    void alwaysGuessingTheCommonerOneTellsNothingApart() {
        PersonaPair pair = confusion(new int[][] {{90, 0, 0}, {10, 0, 0}, {0, 0, 0}})
                .pairs(0.95)
                .getFirst();
        assertThat(pair.accuracy().orElseThrow().point()).isEqualTo(0.5);
        assertThat(pair.isToldApart(0)).isFalse();
    }

    @Test
    void whatCouldNotBeScoredIsCounted() {
        Evidence unscorable = new Evidence.Unscorable(EPISODE, new Reason(Reason.Kind.TOO_LONG, "9,000 tokens"));
        KnownReply missing = new KnownReply(new PersonaId("pirate"), unscorable);
        Confusion confusion = Confusion.of(CAST, Weights.uniform(3), List.of(reply(0, 0), missing));
        assertThat(confusion.unscorable()).isOne();
        assertThat(confusion.total()).isOne();
        assertThatThrownBy(() -> Confusion.of(CAST, Weights.uniform(3), List.of(missing)))
                .hasMessage("of 1 replies none was scored: nothing can be attributed");
    }

    @Test
    void refusesStrangersAndOddMargins() {
        KnownReply stranger = new KnownReply(new PersonaId("poet"), reply(0, 0).evidence());
        assertThatThrownBy(() -> Confusion.of(CAST, Weights.uniform(3), List.of(stranger)))
                .hasMessageContaining("the cast has no persona 'poet'");
        PersonaPair pair = confusion(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 0}})
                .pairs(0.95)
                .getFirst();
        assertThatThrownBy(() -> pair.isToldApart(0.5)).hasMessage("the margin is 0.5: it must lie in [0, 0.5)");
    }

    @Test
    void whatIsOfAnotherCastIsRefused() {
        assertThatThrownBy(() -> Confusion.of(CAST, Weights.uniform(4), List.of(scored(0, -1, -2, -5, -1))))
                .hasMessage("the prior has 4 weights for a cast of 3 personas");
        assertThatThrownBy(() -> Confusion.of(CAST, Weights.uniform(3), List.of(scored(0, -1, -2))))
                .hasMessage("evidence for 2 personas cannot update a cast of 3");
        assertThatThrownBy(() ->
                        confusion(new int[][] {{8, 1, 1}, {0, 9, 1}, {2, 0, 8}}).count(1, 3))
                .hasMessage("persona 3 of a cast of 3: count from 0 to 2");
    }

    @Test
    void thePairsExplainThemselves() {
        Confusion confusion = confusion(new int[][] {{8, 1, 1}, {0, 9, 1}, {0, 0, 0}});
        PersonaPair pair = confusion.pairs(0.95).getFirst();
        double accuracy = pair.accuracy().orElseThrow().point();

        assertThat(confusion.explain(pair.first(), pair.second()).orElseThrow().value())
                .isCloseTo(accuracy, within(1e-15))
                .isCloseTo((8.0 / 9 + 1) / 2, within(1e-15));
        assertThat(confusion.explain(pair.first(), CAST.persona(2).id())).isInstanceOf(Measured.Unmeasurable.class);
        MutualInformation information = confusion.mutualInformation();
        assertThat(information.explain().value()).isCloseTo(information.corrected(), within(1e-15));
        assertThatThrownBy(() -> new MutualInformation(Double.NaN, 0)).hasMessageContaining("NaN");
    }

    /** Sums of margins in every cell would be 1e9 steps here, a quantile in every pair nearly as many. */
    @Test
    @Timeout(20)
    void aThousandPersonasAreNoTrouble() {
        Persona[] personas = IntStream.range(0, 1000)
                .mapToObj(k -> Persona.document("persona-" + k, "Running text."))
                .toArray(Persona[]::new);
        Cast cast = Cast.withUniformPrior(personas);
        List<KnownReply> replies = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            double[] logs = new double[1000];
            logs[(k + 1) % 1000] = 1;
            replies.add(new KnownReply(personas[k].id(), new Evidence.Scored(EPISODE, LogVector.of(logs), 1)));
        }
        Confusion confusion = Confusion.of(cast, Weights.uniform(1000), replies);

        assertThat(confusion.mutualInformation().plugIn()).isCloseTo(Math.log(1000) / Math.log(2), within(1e-9));
        assertThat(confusion.pairs(0.95)).hasSize(499_500);
    }
}
