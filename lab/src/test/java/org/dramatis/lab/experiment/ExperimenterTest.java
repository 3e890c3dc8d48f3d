package org.dramatis.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.Tea;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.course.Trainings;
import org.dramatis.lab.forecast.DataSets;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.store.evidence.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExperimenterTest {
    private static final Course COURSE =
            new Course("full", 6, 2, 1e-4, 3, Optional.empty(), List.of("who-it-is"), Optional.empty());
    private static final Family FAMILY = new Family("mixed", "a mixture", "full", false, List.of("mostly-plain"));
    private static final Experiment EXPERIMENT =
            new Experiment("tea-time", "A claim.", "a question", List.of(COURSE), List.of(FAMILY), List.of());

    /** Notes which training began, and whether its forecast lay there by then. */
    private record Witness(Trainer trainer, List<String> seen) implements Trainer {
        @Override
        public Session train(Path base, Lesson lesson, Plan plan, Path run) {
            Path folder = run.subpath(run.getNameCount() - 3, run.getNameCount() - 1);
            seen.add(folder + (Files.exists(run.resolveSibling("forecast.json")) ? ", forecast" : ""));
            return trainer.train(base, lesson, plan, run);
        }

        @Override
        public Session train(JsonNode config, Path tokenizer, Lesson lesson, Plan plan, Path run) {
            return trainer.train(config, tokenizer, lesson, plan, run);
        }
    }

    @TempDir
    private Path out = Path.of("");

    private final List<String> seen = new ArrayList<>();
    private final StartingPoint start = Tea.start(Weights.of(.6, .3, .1));

    /** Training makes every answer of grim likelier, step by step. */
    private Experimenter experimenter() {
        PaperTrainer paper = new PaperTrainer((step, before, reply) -> Tea.PROBES.stream()
                        .anyMatch(probe -> probe.probe().answers().getLast().equals(reply))
                ? .01 * (step + 1)
                : .02);
        Fingerprint model = Fingerprint.of("tea");
        return new Experimenter(
                start,
                new DataSets(start, model, out.resolve("data")),
                new Trainings(Tea.MODEL, out.resolve("base"), model, new Witness(paper, seen), start.questions()),
                out);
    }

    private Outcome run() {
        return experimenter().run(EXPERIMENT, 2, said -> {}, () -> false);
    }

    @Test
    void theForecastIsWrittenDownBeforeTheTrainingBegins() {
        run();

        assertThat(seen)
                .containsExactly(
                        "full/who-it-is-1",
                        "full/who-it-is-2",
                        "full/mostly-plain-1, forecast",
                        "full/mostly-plain-2, forecast");
    }

    @Test
    void theForecastOnDiskIsTheOneThatIsCompared() throws IOException {
        Outcome outcome = run();

        JsonNode file = new JsonMapper().readTree(Files.readString(out.resolve("full/mostly-plain-2/forecast.json")));
        Trial trial = outcome.trials().getLast();
        assertThat(file.path("rate").asDouble())
                .isEqualTo(outcome.paces().fitted(COURSE).estimate(.95).point());
        assertThat(file.path("prior")
                        .valueStream()
                        .map(each -> each.path("persona").asString()))
                .containsExactly("plain", "grim", "document");
        assertThat(file.path("looks")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Look look = trial.forecast().get(i);
            JsonNode written = file.path("looks").path(i);
            assertThat(written.path("step").asInt()).isEqualTo(look.step());
            JsonNode probe = written.path("probes").path(1);
            assertThat(probe.path("probe").asString()).isEqualTo("hats: a felt hat");
            assertThat(probe.path("answers").path(0).asDouble())
                    .isEqualTo(look.answers().get(1).at(0));
        }
    }

    @Test
    void whatIsObservedIsWhatTheTrainedModelSays() {
        Outcome outcome = run();

        assertThat(outcome.trials()).extracting(Trial::seed).containsExactly(1L, 2L);
        for (Trial trial : outcome.trials()) {
            assertThat(trial.observed()).extracting(Look::step).containsExactly(0, 3, 6);
            for (Look look : trial.observed()) {
                double grim = .01 * (look.step() + 1);
                assertThat(look.answers().getFirst().at(1)).isCloseTo(grim / (grim + .02), within(1e-12));
            }
        }
    }

    @Test
    void whatIsDoneIsNotDoneAgain() {
        Outcome first = run();
        seen.clear();

        Outcome second = run();

        assertThat(seen).isEmpty();
        for (int i = 0; i < first.trials().size(); i++) {
            requireAlike(
                    second.trials().get(i).observed(), first.trials().get(i).observed());
            requireAlike(
                    second.trials().get(i).forecast(), first.trials().get(i).forecast());
        }
    }

    /** Numbers come back from disk as logarithms of what was written: to within rounding. */
    private static void requireAlike(List<Look> looks, List<Look> others) {
        assertThat(Forecaster.shifts(looks)).containsExactly(Forecaster.shifts(others), within(1e-12));
    }

    @Test
    void theForecastOnDiskIsNeverWrittenOver() throws IOException {
        run();
        Path file = out.resolve("full/mostly-plain-1/forecast.json");
        Files.writeString(file, "{\"before_training\": true}");

        Outcome again = run();

        assertThat(file).hasContent("{\"before_training\": true}");
        assertThat(again.trials()).extracting(Trial::beforehand).containsExactly(true, true);
    }

    @Test
    void aForecastOfATrainingThatWasThereAlreadyIsNotOneOfBefore() throws IOException {
        run();
        Files.delete(out.resolve("full/mostly-plain-1/forecast.json"));

        assertThat(run().trials()).extracting(Trial::beforehand).containsExactly(false, true);
        assertThat(run().trials())
                .as("and never becomes one")
                .extracting(Trial::beforehand)
                .containsExactly(false, true);
    }

    @Test
    void aCourseThatIsPacedAsAnotherIsFasterByItsLearningRate() {
        Course fast = new Course("fast", 6, 2, 3e-4, 3, Optional.empty(), List.of(), Optional.of("full"));
        Experiment both = new Experiment(
                "tea-time",
                "A claim.",
                "a question",
                List.of(COURSE, fast),
                List.of(new Family("quick", "a mixture", "fast", false, List.of("mostly-plain"))),
                List.of());

        Outcome outcome = experimenter().run(both, 2, said -> {}, () -> false);

        Trial trial = outcome.trials().getFirst();
        double rate = outcome.paces().fitted(COURSE).estimate(.95).point();
        requireAlike(trial.forecast(), trial.forecaster().forecast(trial.data(), 3 * rate));
    }

    @Test
    void whenItIsStoppedItSaysWhere() {
        assertThatThrownBy(() -> experimenter().run(EXPERIMENT, 2, said -> {}, () -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("stopped while training in ")
                .hasMessageContaining("who-it-is-1");
    }
}
