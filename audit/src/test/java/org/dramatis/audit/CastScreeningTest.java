package org.dramatis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.Standing;
import org.dramatis.audit.result.Subject;
import org.dramatis.audit.screening.Linear;
import org.dramatis.audit.screening.Survivors;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.cast.Cast;
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

class CastScreeningTest {
    private static final Groundwork.Listener SILENT = new Groundwork.Listener() {
        @Override
        public void begins(String what) {}

        @Override
        public void scored(Weights before, long rows, long all, List<Evidence.Scored> latest) {}
    };

    @TempDir
    private Path folder = Path.of("");

    private static Audit audit(Cast cast, ChatModel model, List<Gate> gates, String... unwanted) {
        AuditPlan plan = new AuditPlan(
                new TreeSet<>(List.of(unwanted).stream().map(PersonaId::new).toList()),
                Linear.QUESTIONS,
                new ProbeSet(
                        "colours",
                        List.of(new BehaviourProbe(
                                "colours", new Probe("p", "two?", List.of("red", "blue")), List.of("red", "blue"))),
                        Set.of()),
                Turns.ALL,
                Optional.empty(),
                Optional.of(10),
                4,
                1e-4,
                new Calibration(
                        "test",
                        "nothing",
                        new Estimate(.4, new Interval(.3, .5, .95)),
                        1e-4,
                        LogisticMap.AS_STATED,
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(Map.of("blue", .1))),
                gates,
                Optional.empty(),
                3,
                1);
        return new Audit(
                new Subject("linear", "test", List.of("data.jsonl"), 1), new CastScorer(cast, model), model, plan);
    }

    private static Audit audit(String... unwanted) {
        return audit(Linear.CAST, Linear.MODEL, List.of(), unwanted);
    }

    private DataSet data() throws IOException {
        List<String> rows = new ArrayList<>(Collections.nCopies(6, row("one?", "red")));
        rows.addAll(Collections.nCopies(6, row("two?", "blue")));
        return DataSet.of(
                List.of(Files.write(folder.resolve("data.jsonl"), rows).toString()));
    }

    private static String row(String prompt, String completion) {
        return "{\"prompt\":\"%s\",\"completion\":\"%s\"}".formatted(prompt, completion);
    }

    @Test
    void whereEverybodySurvivesTheWholeCastIsHeard() throws IOException {
        assertThat(CastScreening.of(audit("blue"), data(), 3).run()).isEmpty();
    }

    /** The mean of what is exact of all is exact of some: who survives has the evidence that it has in the whole cast. */
    @Test
    void theAuditThatIsLeftIsTheAuditOfTheSurvivors() throws IOException {
        Audit whole = audit("blue", "green");
        Survivors survivors = CastScreening.of(whole, data(), 2).run().orElseThrow();
        AuditResult screened = whole.before(survivors.cast()).run(data(), SILENT);
        AuditResult some =
                audit(survivors.cast(), Linear.MODEL, List.of(), "blue").run(data(), SILENT);

        assertThat(screened).isEqualTo(some);
        assertThat(screened.standings())
                .extracting(standing -> standing.persona().id().value())
                .containsExactly("red", "blue", "log");
        assertThat(screened.standings()).filteredOn(Standing::unwanted).hasSize(1);
        assertThat(screened.screened(survivors.screened()).screened()).contains(survivors.screened());
    }

    /** Red is who the assistant is and who says half of the data, and blue is the first of the unwanted. */
    @Test
    void whoAGateSpeaksOfSurvives() throws IOException {
        Audit gated = audit(Linear.CAST, Linear.MODEL, List.of(Gate.parse("green>0.5")), "blue");

        assertThat(CastScreening.of(audit("blue"), data(), 1)
                        .run()
                        .orElseThrow()
                        .screened()
                        .out())
                .extracting(out -> out.persona().value())
                .containsExactly("green");
        assertThat(CastScreening.of(gated, data(), 1).run()).isEmpty();
    }

    @Test
    void aModelThatCannotBeLookedIntoIsRefusedInASentence() {
        Audit dark = audit(Colours.CAST, Colours.MODEL, List.of(), "blue");

        assertThatThrownBy(() -> CastScreening.of(dark, data(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "screening for 1 personas: the model shows no activations and no gradients, which a screening"
                                + " reads; give '--screen off'");
    }
}
