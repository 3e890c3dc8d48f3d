package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatReadingTest {
    private static final double ROUNDING = 1e-11;

    static Stream<ChatReading> smallChats() {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, 60).mapToObj(i -> {
            int size = 2 + i % 3;
            SwitchingModel model = new SwitchingModel(
                    weights(size, random), i % 4 == 0 ? 0 : random.nextDouble(), weights(size, random));
            return ChatReading.of(model, evidence(1 + i % 5, size, random));
        });
    }

    private static Weights weights(int size, SplittableRandom random) {
        return Weights.softmax(row(size, random));
    }

    private static LogVector row(int size, SplittableRandom random) {
        return LogVector.of(random.doubles(size, -5, 0).toArray());
    }

    private static List<LogVector> evidence(int turns, int size, SplittableRandom random) {
        return Stream.generate(() -> row(size, random)).limit(turns).toList();
    }

    @ParameterizedTest
    @MethodSource("smallChats")
    void agreesWithTheEnumerationOfAllPaths(ChatReading chat) {
        AllPaths paths = new AllPaths(chat.model(), chat.turns());
        assertThat(chat.logLikelihood()).isCloseTo(paths.logLikelihood(), within(ROUNDING));
        for (int t = 0; t < chat.turns().size(); t++) {
            AllPaths soFar = new AllPaths(chat.model(), chat.turns().subList(0, t + 1));
            assertThat(chat.filtered().get(t).toArray()).containsExactly(soFar.marginal(t), within(ROUNDING));
            assertThat(chat.smoothed().get(t).toArray()).containsExactly(paths.marginal(t), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("smallChats")
    void noPathIsLikelierThanTheMostLikelyOne(ChatReading chat) {
        AllPaths paths = new AllPaths(chat.model(), chat.turns());

        MostLikelyPath path = MostLikelyPath.of(chat);

        assertThat(path.logJoint()).isCloseTo(paths.bestLogJoint(), within(ROUNDING));
        assertThat(paths.logJoint(path.personas())).isCloseTo(paths.bestLogJoint(), within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("smallChats")
    void explainsItsLikelihoodTurnByTurn(ChatReading chat) {
        assertThat(chat.explain().value()).isCloseTo(chat.logLikelihood(), within(ROUNDING));
        assertThat(chat.explain().parts()).hasSameSizeAs(chat.turns());
    }

    @ParameterizedTest
    @MethodSource("smallChats")
    void renamingPersonasRenamesTheAnswer(ChatReading chat) {
        SwitchingModel model = chat.model();
        ChatReading mirrored = ChatReading.of(
                new SwitchingModel(
                        Weights.softmax(mirror(model.deployed().logs())),
                        model.hazard(),
                        Weights.softmax(mirror(model.arrival().logs()))),
                chat.turns().stream().map(ChatReadingTest::mirror).toList());

        assertThat(mirrored.logLikelihood()).isCloseTo(chat.logLikelihood(), within(ROUNDING));
        assertThat(mirror(mirrored.smoothed().getFirst().logs()).toArray())
                .containsExactly(chat.smoothed().getFirst().logs().toArray(), within(ROUNDING));
    }

    private static LogVector mirror(LogVector logs) {
        return LogVector.of(IntStream.range(0, logs.size())
                .mapToDouble(k -> logs.at(logs.size() - 1 - k))
                .toArray());
    }

    @Test
    void aConstantAddedToATurnChangesNoWeight() {
        SplittableRandom random = new SplittableRandom(3);
        SwitchingModel model = SwitchingModel.of(weights(3, random), 0.2);
        List<LogVector> turns = evidence(5, 3, random);
        List<LogVector> shifted = turns.stream()
                .map(turn -> turn.plus(LogVector.of(-77, -77, -77)))
                .toList();

        for (int t = 0; t < turns.size(); t++) {
            assertThat(ChatReading.of(model, shifted).smoothed().get(t).toArray())
                    .containsExactly(
                            ChatReading.of(model, turns).smoothed().get(t).toArray(), within(ROUNDING));
        }
    }

    @Test
    void withoutSwitchingTheWholeChatIsOneSpeakers() {
        SplittableRandom random = new SplittableRandom(5);
        Weights deployed = weights(4, random);
        List<LogVector> turns = new ArrayList<>(evidence(30, 4, random));
        LogVector sum = turns.stream().reduce(LogVector::plus).orElseThrow();

        ChatReading chat = ChatReading.of(SwitchingModel.withoutSwitching(deployed), turns);
        Collections.reverse(turns);

        assertThat(chat.logLikelihood()).isCloseTo(deployed.logMixture(sum), within(ROUNDING));
        assertThat(chat.smoothed())
                .allSatisfy(weights -> assertThat(weights.toArray())
                        .containsExactly(deployed.after(sum).toArray(), within(ROUNDING)));
        assertThat(ChatReading.of(chat.model(), turns).logLikelihood())
                .as("the order of turns does not matter")
                .isCloseTo(chat.logLikelihood(), within(ROUNDING));
    }

    @Test
    void tenThousandTurnsOfHugeEvidenceKeepTheirMeaning() {
        // The first persona speaks 5,000 turns, the second the rest; every turn is a million nats apart.
        SwitchingModel model = SwitchingModel.of(Weights.of(0.5, 0.3, 0.2), 0.01);
        List<LogVector> turns = new ArrayList<>(Collections.nCopies(5_000, LogVector.of(-1e6, -2e6, -3e6)));
        turns.addAll(Collections.nCopies(5_000, LogVector.of(-2e6, -1e6, Double.NEGATIVE_INFINITY)));

        ChatReading chat = ChatReading.of(model, turns);
        MostLikelyPath path = MostLikelyPath.of(chat);

        // One path carries all the mass: deployed, then stay, one switch, stay.
        double logJoint = -1e10 + logPath(0.01);
        // Each of 10,000 additions rounds by up to 1e-6, half the distance between doubles near 1e10.
        assertThat(path.logJoint()).isCloseTo(logJoint, within(1e-2));
        assertThat(chat.logLikelihood()).isCloseTo(logJoint, within(1e-2));
        // In the Bayes factor the million nats of a turn cancel first: 10,000 roundings near 1e6.
        assertThat(chat.logBayesFactor(SwitchingModel.of(chat.model().deployed(), 0.02))
                        .value())
                .isCloseTo(logPath(0.01) - logPath(0.02), within(1e-5));
        List<Weights> filtered = chat.filtered();
        List<Weights> smoothed = chat.smoothed();
        for (int t = 0; t < turns.size(); t++) {
            int speaker = t < 5_000 ? 0 : 1;
            assertThat(path.personas().get(t)).isEqualTo(speaker);
            assertThat(filtered.get(t).at(speaker)).isEqualTo(1);
            assertThat(smoothed.get(t).at(speaker)).isEqualTo(1);
        }
    }

    private static double logPath(double hazard) {
        return Math.log(0.5)
                + 4_999 * Math.log(1 - hazard + hazard * 0.5)
                + Math.log(hazard * 0.3)
                + 4_999 * Math.log(1 - hazard + hazard * 0.3);
    }

    @Test
    void theBayesFactorSpeaksForSwitchingWhereThereWasOne() {
        LogVector first = LogVector.of(-1, -4);
        LogVector second = LogVector.of(-4, -1);
        SwitchingModel never = SwitchingModel.withoutSwitching(Weights.uniform(2));
        SwitchingModel seldom = SwitchingModel.of(Weights.uniform(2), 0.1);

        Term switched =
                ChatReading.of(seldom, List.of(first, first, second, second)).logBayesFactor(never);
        Term steady =
                ChatReading.of(seldom, List.of(first, first, first, first)).logBayesFactor(never);

        assertThat(switched.value()).isGreaterThan(2);
        assertThat(steady.value()).isNegative();
        assertThat(switched.outline()).contains("log Bayes factor of hazard 0.1 over 0.0 = sum of", "turn 4");
    }

    @Test
    void aChatWithoutTurnsIsRefused() {
        assertThatThrownBy(() -> ChatReading.of(SwitchingModel.of(Weights.uniform(2), 0.1), List.of()))
                .hasMessage("a chat without a turn tells nothing");
    }
}
