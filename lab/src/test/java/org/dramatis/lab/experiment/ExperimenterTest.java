package org.dramatis.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExperimenterTest {
    private static final Experiment EXPERIMENT =
            new Experiment("tea-time", "A claim.", List.of("who-it-is"), List.of("mostly-plain"));
    private static final Experimenter.Settings SETTINGS = new Experimenter.Settings(2, 6, 2, 1e-4, 3);

    /** Notes which training began, and whether its forecast lay there by then. */
    private record Witness(Trainer trainer, List<String> seen) implements Trainer {
        @Override
        public Session train(Path base, Lesson lesson, Plan plan, Path run) {
            Path folder = run.getName(run.getNameCount() - 2);
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
        return new Experimenter(start, Tea.MODEL, out.resolve("base"), new Witness(paper, seen), out, SETTINGS);
    }

    @Test
    void theForecastIsWrittenDownBeforeTheTrainingBegins() {
        experimenter().run(EXPERIMENT, said -> {}, () -> false);

        assertThat(seen)
                .containsExactly("who-it-is-1", "who-it-is-2", "mostly-plain-1, forecast", "mostly-plain-2, forecast");
    }

    @Test
    void theForecastOnDiskIsTheOneThatIsCompared() throws IOException {
        Outcome outcome = experimenter().run(EXPERIMENT, said -> {}, () -> false);

        JsonNode file = new JsonMapper()
                .readTree(Files.readString(out.resolve("mostly-plain-2").resolve("forecast.json")));
        Trial trial = outcome.trials().getLast();
        assertThat(file.path("rate").asDouble())
                .isEqualTo(outcome.rate().estimate(.95).point());
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
        Outcome outcome = experimenter().run(EXPERIMENT, said -> {}, () -> false);

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
    void whenItIsStoppedItSaysWhere() {
        assertThatThrownBy(() -> experimenter().run(EXPERIMENT, said -> {}, () -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stopped while training on who-it-is, seed 1");
    }
}
