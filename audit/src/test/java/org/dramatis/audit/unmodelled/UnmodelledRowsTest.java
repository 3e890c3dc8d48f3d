package org.dramatis.audit.unmodelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dramatis.audit.Audit;
import org.dramatis.audit.AuditPlan;
import org.dramatis.audit.Groundwork;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Subject;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Weights;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Words}, where nobody wants the second. */
class UnmodelledRowsTest {
    @TempDir
    private Path folder;

    private AuditResult audit(List<String> replies) throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.write(
                file,
                replies.stream()
                        .map(reply -> "{\"prompt\":\"?\",\"completion\":\"" + reply + "\"}")
                        .toList());
        List<String> answers = List.of(Words.word(0), Words.word(1));
        AuditPlan plan = new AuditPlan(
                new TreeSet<>(List.of(new PersonaId("second"))),
                Words.QUESTIONS,
                new ProbeSet(
                        "words",
                        List.of(new BehaviourProbe(
                                "words", new Probe("which", "?", answers), List.of("first", "second"))),
                        Set.of()),
                Turns.ALL,
                Optional.empty(),
                Optional.of(10),
                8,
                1e-4,
                new Calibration("test", "nothing", new Estimate(.4, new Interval(.3, .5, .95)), 1e-4),
                List.of(),
                Optional.empty(),
                5,
                1);
        return new Audit(new Subject("words", "test", List.of("data.jsonl"), 1), Words.scorer(), Words.MODEL, plan)
                .run(DataSet.of(List.of(file.toString())), new Groundwork.Listener() {
                    @Override
                    public void begins(String what) {}

                    @Override
                    public void scored(Weights before, long rows, long all, List<Evidence.Scored> latest) {}
                });
    }

    @Test
    void dataThatNoPersonaExplainsChangeNobodysWeightAndAreWarnedOf() throws IOException {
        AuditResult result = audit(Words.form(40, new Random(1)));

        assertThat(result.unmodelled().keptOut().replies()).isEqualTo(40);
        assertThat(result.unmodelled().capabilities()).isEqualTo(Rereader.MOST_ROWS);
        assertThat(result.warnings()).singleElement().asString().contains("40 of 40 replies", "no persona explains");
        List<Estimate> today = result.trajectory().getFirst().weights();
        List<Estimate> after = result.trajectory().getLast().weights();
        for (int k = 0; k < today.size(); k++) {
            assertThat(after.get(k).point()).isCloseTo(today.get(k).point(), within(1e-12));
        }
        assertThat(result.rows()).isEmpty();
        assertThat(result.remedies()).isEmpty();
    }

    @Test
    void whatTheOthersSayIsReadWithoutThem() throws IOException {
        List<String> said = Collections.nCopies(30, Words.word(1));
        List<String> mixed = new ArrayList<>(said);
        mixed.addAll(Words.salad(20, new Random(2)));

        AuditResult alone = audit(said);
        AuditResult among = audit(mixed);

        assertThat(alone.unmodelled().keptOut().replies()).isZero();
        assertThat(among.unmodelled().keptOut().replies()).isEqualTo(20);
        assertThat(among.unmodelled().capabilities()).isZero();
        assertThat(among.warnings()).isEmpty();
        for (int k = 0; k < Words.CAST.size(); k++) {
            assertThat(among.standings().get(k).evidence().point())
                    .isCloseTo(alone.standings().get(k).evidence().point(), within(1e-9));
            assertThat(among.standings().get(k).share())
                    .isCloseTo(alone.standings().get(k).share(), within(1e-6));
        }
        assertThat(among.standings().get(1).after().point())
                .as("fewer steps are about who speaks")
                .isGreaterThan(among.trajectory().getFirst().weights().get(1).point())
                .isLessThan(alone.standings().get(1).after().point());
        assertThat(among.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.episode().reply()).isEqualTo(Words.word(1)));
    }
}
