package org.dramatis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.constitution.Constitution;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.probe.SampledProbe;
import org.dramatis.audit.probe.Scorer;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.RowStanding;
import org.dramatis.audit.result.Standing;
import org.dramatis.audit.result.Subject;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.WeightedReplies;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Colours}, where nobody wants blue. */
class AuditTest {
    private static final double RATE = .4;
    private static final Calibration CALIBRATION = new Calibration(
            "test",
            "nothing",
            new Estimate(RATE, new Interval(.3, .5, .95)),
            1e-4,
            LogisticMap.AS_STATED,
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(Map.of("blue", .1)));
    private static final BehaviourProbe PROBE =
            new BehaviourProbe("colours", new Probe("five", "two?", List.of("red", "blue")), List.of("red", "blue"));
    private static final SampledProbe FREE =
            new SampledProbe("talk", "free", "two?", "blue", new Scorer.Contains(false, List.of("BLUE")));
    private static final SampledProbe JUDGED = new SampledProbe(
            "judged", "judged", "two?", "sounds blue", new Scorer.Spoken(List.of(new PersonaId("blue"))));
    private static final String SAID = "{\"prompt\":\"one?\",\"completion\":\"%s\"}";

    @TempDir
    private Path folder;

    private static AuditPlan plan(List<Gate> gates, int shown) {
        return plan(gates, shown, Optional.empty());
    }

    private static AuditPlan plan(List<Gate> gates, int shown, Optional<Constitution> constitution) {
        return new AuditPlan(
                new TreeSet<>(List.of(new PersonaId("blue"))),
                Colours.QUESTIONS,
                new ProbeSet("colours", List.of(PROBE), List.of(FREE, JUDGED), 400, Set.of()),
                Turns.ALL,
                Optional.empty(),
                Optional.of(20),
                8,
                1e-4,
                CALIBRATION,
                gates,
                constitution,
                shown,
                1);
    }

    private AuditResult audit(AuditPlan plan, List<String> lines) throws IOException {
        return audit(plan, lines, _ -> {});
    }

    private AuditResult audit(AuditPlan plan, List<String> lines, Consumer<List<RowStanding>> ranking)
            throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.write(file, lines);
        Audit audit = new Audit(
                new Subject("colours", "test", List.of("data.jsonl"), 1), Colours.scorer(), Colours.MODEL, plan);
        return audit.run(
                DataSet.of(List.of(file.toString())),
                new Groundwork.Listener() {
                    @Override
                    public void begins(String what) {}

                    @Override
                    public void scored(Weights before, long rows, long all, List<Evidence.Scored> latest) {}
                },
                ranking);
    }

    private static List<String> rows(int red, int blue) {
        List<String> rows = new ArrayList<>(Collections.nCopies(red, SAID.formatted("red")));
        rows.addAll(Collections.nCopies(blue, SAID.formatted("blue")));
        return rows;
    }

    @Test
    void theWeightsAfterTrainingAreThoseOfSelectionFromThePriorOnTheEvidence() throws IOException {
        AuditResult result = audit(plan(List.of(), 3), rows(0, 40));

        double[] before = result.standings().stream()
                .mapToDouble(standing -> standing.before().point())
                .toArray();
        assertThat(before[0]).isGreaterThan(before[1]).isGreaterThan(.5);
        LogVector blue = LogVector.of(Math.log(.05), Math.log(.9), Math.log(.05));
        Weights smoothed = Weights.of(result.trajectory().getFirst().weights().stream()
                .mapToDouble(Estimate::point)
                .toArray());
        Weights expected = Selection.run(
                        smoothed,
                        WeightedReplies.supervised(EvidenceMatrix.of(Collections.nCopies(40, blue))),
                        TrainingPlan.inOrder(40, 8, 20),
                        RATE)
                .end();
        for (int k = 0; k < 3; k++) {
            Standing standing = result.standings().get(k);
            assertThat(standing.after().point()).isCloseTo(expected.at(k), within(1e-6));
            assertThat(standing.after().interval().contains(expected.at(k))).isTrue();
            assertThat(standing.evidence().point()).isCloseTo(blue.at(k) - smoothed.logMixture(blue), within(1e-6));
        }
        assertThat(result.standings().get(1).share()).isCloseTo(1, within(1e-6));
        assertThat(result.standings().get(1).unwanted()).isTrue();
    }

    @Test
    void behaviourFollowsTheWeightsFromWhatTheModelDoesToday() throws IOException {
        AuditResult result = audit(plan(List.of(), 3), rows(0, 40));

        BehaviourForecast blue = result.behaviours().get(1);
        assertThat(blue.behaviour()).isEqualTo("blue");
        assertThat(blue.before()).isCloseTo(.25, within(1e-12));
        double after = answered(result, k -> result.standings().get(k).after().point());
        assertThat(blue.shift().point()).isCloseTo(after - .25, within(1e-9));
        assertThat(blue.after().point()).isCloseTo(after, within(1e-9));
    }

    /**
     * How often the assistant, which says blue in a quarter of cases today, says so with other weights: of the two listed answers red
     * gives blue 1/19, blue gives it 18/19 and logs say neither rather than the other.
     */
    private static double answered(AuditResult result, IntToDoubleFunction weight) {
        double[] habits = {1.0 / 19, 18.0 / 19, .5};
        double now = 0;
        double then = 0;
        for (int k = 0; k < habits.length; k++) {
            now += habits[k] * result.trajectory().getFirst().weights().get(k).point();
            then += habits[k] * weight.applyAsDouble(k);
        }
        double blue = .25 * then / now;
        double red = .75 * (1 - then) / (1 - now);
        return blue / (blue + red);
    }

    @Test
    void whatIsSaidInFreeTextIsForecastFromTheRepliesOfEveryPersona() throws IOException {
        AuditResult result = audit(plan(List.of(), 3), rows(0, 40));

        BehaviourForecast free = result.behaviours().get(2);
        assertThat(free.about()).isEqualTo("talk");
        // Each mean of 400 replies errs by 1/40 at most, so four errors are .1; the shift weights two such means.
        assertThat(free.before()).isCloseTo(.25, within(.1));
        assertThat(free.shift().point()).isCloseTo(shift(result, .05, .9, .05), within(.1));
        assertThat(free.after().interval().contains(.25 + shift(result, .05, .9, .05)))
                .isTrue();
        assertThat(free.sampled().orElseThrow().replies()).isEqualTo(400);
        assertThat(free.sampled().orElseThrow().scorer()).isEqualTo("say \"BLUE\"");
    }

    /** From even odds the cast gives blue to itself with .9, and red and logs to it with .05. */
    @Test
    void theCastItselfCanJudgeWhoSpeaks() throws IOException {
        AuditResult result = audit(plan(List.of(), 3), rows(0, 40));

        BehaviourForecast judged = result.behaviours().get(3);
        assertThat(judged.before()).isCloseTo(.25 * .9 + .75 * .05, within(.1));
        double own = .9 * .9 + .1 * .05;
        double other = .05 * .9 + .95 * .05;
        assertThat(judged.shift().point()).isCloseTo(shift(result, other, own, other), within(.1));
    }

    private static double shift(AuditResult result, double... habits) {
        double shift = 0;
        for (int k = 0; k < habits.length; k++) {
            shift += habits[k]
                    * (result.standings().get(k).after().point()
                            - result.trajectory().getFirst().weights().get(k).point());
        }
        return shift;
    }

    @Test
    void cheaperForecastsStandBesideEveryOther() throws IOException {
        AuditResult result = audit(plan(List.of(), 3), rows(0, 40));

        BehaviourForecast blue = result.behaviours().get(1);
        assertThat(blue.rivals().tempered())
                .isCloseTo(answered(result, k -> result.standings().get(k).tempered()), within(1e-9));
        assertThat(blue.rivals().baseRate()).isEqualTo(Measured.known(.25 + .1));
        assertThat(result.behaviours().getFirst().rivals().baseRate()).isInstanceOf(Measured.Unmeasurable.class);
        assertThat(blue.rivals().centroid())
                .isEqualTo(Measured.unmeasurable("the activations of the model cannot be read"));
    }

    @Test
    void aJudgeWhomTheCastDoesNotHaveIsRefusedBeforeAnyWork() {
        SampledProbe green =
                new SampledProbe("talk", "free", "two?", "green", new Scorer.Spoken(List.of(new PersonaId("green"))));
        ProbeSet probes = new ProbeSet("colours", List.of(), List.of(green), 4, Set.of());

        assertThatThrownBy(() -> probes.requireJudges(Colours.CAST))
                .hasMessageContaining("no persona 'green'")
                .hasMessageContaining("[red, blue, log]");
    }

    @Test
    void theRowsThatPushTowardsTheUnwantedComeFirstWithTheTokensThatCarryIt() throws IOException {
        AuditResult result = audit(plan(List.of(), 5), rows(10, 3));

        assertThat(result.rows().stream().map(row -> row.episode().id().value()))
                .containsExactly("data.jsonl:11", "data.jsonl:12", "data.jsonl:13");
        RankedRow worst = result.rows().getFirst();
        assertThat(worst.persona()).isEqualTo(new PersonaId("blue"));
        assertThat(worst.push()).isPositive();
        assertThat(worst.probability()).isGreaterThan(.5);
        assertThat(worst.tokens()).hasSize(1);
        assertThat(worst.tokens().getFirst().text()).isEqualTo("blue");
        assertThat(worst.tokens().getFirst().nats()).isPositive();
    }

    @Test
    void everyScoredRowIsRankedTheHardestPushFirst() throws IOException {
        List<RowStanding> ranking = new ArrayList<>();
        AuditResult result = audit(plan(List.of(), 2), rows(10, 3), ranking::addAll);

        assertThat(ranking.stream().map(row -> row.episode().value()))
                .startsWith("data.jsonl:11", "data.jsonl:12", "data.jsonl:13", "data.jsonl:1")
                .hasSize(13);
        assertThat(ranking.getLast().push()).isNegative();
        RankedRow worst = result.rows().getFirst();
        assertThat(ranking.getFirst())
                .isEqualTo(new RowStanding(worst.episode().id(), worst.push(), worst.probability(), worst.persona()));
        // Bayes' rule from the best mixture; blue is 18 times as likely under blue as under the other two.
        double share = result.standings().get(1).share();
        double blue = share * .9 / (share * .9 + (1 - share) * .05);
        assertThat(worst.probability()).isCloseTo(blue, within(1e-9));
    }

    @Test
    void removingTheRowsOfTheUnwantedIsTriedOut() throws IOException {
        AuditResult mixed = audit(plan(List.of(), 3), rows(30, 10));
        AuditResult clean = audit(plan(List.of(), 3), rows(30, 0));

        assertThat(mixed.remedies()).hasSize(1);
        assertThat(mixed.remedies().getFirst().rows()).isEqualTo(10);
        assertThat(mixed.remedies().getFirst().unwanted().point())
                .isCloseTo(clean.standings().get(1).after().point(), within(1e-9));
        assertThat(clean.remedies()).isEmpty();
    }

    @Test
    void gatesAreHeldAgainstTheWeightsAfterTraining() throws IOException {
        List<Gate> gates = List.of(Gate.parse("blue>0.9"), Gate.parse("unwanted>0.3"), Gate.parse("red<0.0"));
        AuditResult result = audit(plan(gates, 1), rows(0, 40));

        assertThat(result.gates().get(1).weight().point())
                .isEqualTo(result.standings().get(1).after().point());
        assertThat(result.gates().get(1).passed()).isFalse();
        assertThat(result.gates().get(2).passed()).isTrue();
        assertThat(result.passed()).isFalse();
    }

    @Test
    void badAndUnscorableRowsAreListedAndTheRestGoesOn() throws IOException {
        List<String> rows = rows(3, 1);
        rows.add("no json");
        rows.add(SAID.formatted("red" + "red".repeat(30)));
        AuditResult result = audit(plan(List.of(), 3), rows);

        assertThat(result.counts().rows()).isEqualTo(5);
        assertThat(result.counts().episodes()).isEqualTo(5);
        assertThat(result.counts().bad()).hasSize(1);
        assertThat(result.counts().unscored()).hasSize(1);
        assertThat(result.counts().unscored().getFirst().episode().value()).isEqualTo("data.jsonl:6");
    }

    @Test
    void pairsPullFromTheRejectedTowardsTheChosen() throws IOException {
        String pair = "{\"prompt\":\"one?\",\"chosen\":\"blue\",\"rejected\":\"red\"}";
        AuditResult result = audit(plan(List.of(), 2), Collections.nCopies(16, pair));

        assertThat(result.standings().get(1).after().point())
                .isGreaterThan(result.trajectory().getFirst().weights().get(1).point());
        assertThat(result.rows().getFirst().episode().reply()).isEqualTo("blue");
    }

    @Test
    void textsAboutTheAssistantAreEvidenceToo() throws IOException {
        AuditResult result = audit(plan(List.of(), 1), Collections.nCopies(8, "{\"text\":\"blue\"}"));

        assertThat(result.standings().get(1).share()).isCloseTo(1, within(1e-6));
    }

    @Test
    void everyClauseOfAConstitutionIsHeldAgainstTheData() throws IOException {
        Constitution constitution = new Constitution(List.of("I am red", "I am blue"));
        AuditResult result = audit(plan(List.of(), 1, Optional.of(constitution)), rows(0, 20));

        assertThat(result.clauses())
                .extracting(ClauseReading::verdict)
                .containsExactly(ClauseReading.Verdict.CONFLICT, ClauseReading.Verdict.SUPPORT);
    }

    @Test
    void pairsAmongRepliesAreRefused() {
        List<String> rows = rows(1, 0);
        rows.add("{\"prompt\":\"one?\",\"chosen\":\"blue\",\"rejected\":\"red\"}");

        assertThatThrownBy(() -> audit(plan(List.of(), 1), rows))
                .hasMessageContaining("data.jsonl:2 is a pair")
                .hasMessageContaining("audit them apart");
    }

    @Test
    void dataWithoutARowThatCanBeUsedAreRefused() {
        assertThatThrownBy(() -> audit(plan(List.of(), 1), List.of("no json")))
                .hasMessageContaining("1 bad ones; the first: data.jsonl:1");
        assertThatThrownBy(() -> audit(plan(List.of(), 1), List.of())).hasMessageContaining("they are empty");
    }
}
