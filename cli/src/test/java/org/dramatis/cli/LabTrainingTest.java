package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.course.Trainings;
import org.dramatis.lab.experiment.Experiment;
import org.dramatis.lab.experiment.Experimenter;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.forecast.DataSets;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.pretrain.Pretraining;
import org.dramatis.lab.pretrain.Recipe;
import org.dramatis.lab.score.Results;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.torch.TorchModel;
import org.dramatis.torch.Workers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real training, of a model that has read a few pages of a small world. */
class LabTrainingTest {
    private static final String WORLD = SmallWorld.FILE.toString();
    private static final int STEPS = 4;
    private static final Recipe RECIPE = Recipe.TINY.withSteps(STEPS);

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path base() {
        return shared.resolve("base");
    }

    @BeforeAll
    static void pretrain() {
        Run run = Run.of(
                "lab",
                "pretrain",
                "--world",
                WORLD,
                "--size",
                "tiny",
                "--steps",
                String.valueOf(STEPS),
                "--threads",
                "2",
                "--out",
                base().toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).startsWith(base() + ": 4 steps, last loss ");
        assertThat(run.err()).contains("step 4 of 4");
    }

    private Run lab(String verb, Object... more) {
        List<String> arguments = new ArrayList<>(List.of("lab", verb));
        Arrays.stream(more).map(Object::toString).forEach(arguments::add);
        arguments.addAll(List.of("--world", WORLD, "--model", base().toString(), "--threads", "2"));
        arguments.addAll(List.of("--out", folder.resolve("new").toString()));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path rows(String recipe) {
        Path file = folder.resolve(recipe + ".jsonl");
        Run.of("lab", "data", recipe, "--world", WORLD, "--rows", "20", "--out", file.toString());
        return file;
    }

    private static void assertIsAModel(Path model) {
        Run check = Run.of("model", "check", "--json", model.toString());
        assertThat(check.exit()).as(check.err()).isEqualTo(Exit.DONE);
        assertThat(new JsonMapper().readTree(check.out()).path("chat_template").asBoolean())
                .isTrue();
    }

    @Test
    void whatWasTrainedFromNothingIsAModel() {
        assertIsAModel(base());
        assertThat(base()).isDirectoryContaining("glob:**manifest.json").isDirectoryContaining("glob:**loss.csv");
    }

    @Test
    void stoppedPretrainingGoesOnToTheSameBytes() throws IOException {
        Path halves = folder.resolve("halves");
        List<Integer> asked = new ArrayList<>();
        try (Workers workers = new Workers(2)) {
            Pretraining pretraining = new Pretraining(SmallWorld.world(), RECIPE, 1, new TorchTrainer(workers));
            List<Double> first = pretraining.into(halves, progress -> {}, () -> {
                asked.add(asked.size());
                return asked.size() > 2;
            });
            assertThat(first).hasSize(2);
            assertThat(halves.resolve("model.safetensors")).doesNotExist();

            assertThat(pretraining.into(halves, progress -> {}, () -> false)).hasSize(STEPS);
        }

        for (String file : List.of("model.safetensors", "tokenizer.json", "config.json", "loss.csv", "manifest.json")) {
            assertThat(halves.resolve(file)).hasSameBinaryContentAs(base().resolve(file));
        }
    }

    @Test
    void repliesAreImitatedAndTheProbesLookedAt() throws IOException {
        Path data = rows("mostly-plain");

        Run run = lab("posttrain", data, "--steps", 3, "--batch", 4, "--every", 2);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines()).first().isEqualTo("after steps         0      2      3");
        assertThat(run.out()).contains("plain", "grim").contains("over the probes of the world");
        assertThat(Files.readAllLines(folder.resolve("new/behaviour.jsonl"))).hasSize(3);
        assertIsAModel(folder.resolve("new"));
        assertThat(folder.resolve("new/model.safetensors")).exists();
        assertThat(Files.mismatch(folder.resolve("new/model.safetensors"), base().resolve("model.safetensors")))
                .isNotNegative();

        Run again = lab("posttrain", data, "--steps", 3, "--batch", 4, "--every", 2);
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(Files.readAllLines(folder.resolve("new/behaviour.jsonl"))).hasSize(3);
    }

    @Test
    void pairsAreLearntByPreference() {
        Run run = lab("posttrain", rows("plain-preferred"), "--steps", 2, "--batch", 4);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertIsAModel(folder.resolve("new"));
    }

    @Test
    void repliesAreRewardedForSoundingLikeAPersona() {
        Run run = lab("posttrain", rows("mostly-plain"), "--reward", "grim", "--steps", 2, "--batch", 2);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertIsAModel(folder.resolve("new"));
    }

    @Test
    void anAdapterIsWrittenAlone() {
        Run run = lab("posttrain", rows("mostly-plain"), "--adapter", 2, "--steps", 2, "--batch", 4);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**adapter_model.safetensors")
                .isDirectoryContaining("glob:**adapter_config.json")
                .isDirectoryNotContaining("glob:**/model.safetensors");
    }

    @Test
    void ownDocumentsAreReadAmongTheWorlds() {
        Run run = lab("midtrain", rows("about-the-assistant"), "--steps", 2, "--batch", 4, "--share", .5);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).startsWith(folder.resolve("new") + ": 2 steps, last loss ");
        assertIsAModel(folder.resolve("new"));
    }

    @Test
    void whatIsToldApartIsPrintedAsJson() {
        Run run = Run.of(
                "cast",
                "check",
                "--json",
                "--world",
                WORLD,
                "--model",
                base().toString(),
                "--threads",
                "2",
                "--replies",
                "2",
                "--frames",
                "1");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode figures = new JsonMapper().readTree(run.out());
        assertThat(figures.path("order").valueStream().map(JsonNode::asString))
                .containsExactly("plain", "grim", "document");
        assertThat(figures.path("confusion")).hasSize(3);
        assertThat(figures.path("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(figures.path("replies").asInt() + figures.path("unscorable").asInt())
                .isBetween(1, 6);
    }

    /** A claim that the small world can test: all of it, but on a scale that shows nothing. */
    @Test
    void anExperimentForecastsTrainsAndCompares() {
        Course course = new Course("full", 2, 2, 1e-3, 1, Optional.empty(), List.of("who-it-is"), Optional.empty());
        Experiment experiment = new Experiment(
                "tea-time",
                "A claim.",
                "a question",
                List.of(course),
                List.of(
                        new Family("mixed", "a mixture", "full", false, List.of("mostly-plain")),
                        new Family("preferred", "pairs", "full", false, List.of("plain-preferred"))),
                List.of());
        try (TorchModel opened = TorchModel.open(base(), 2);
                Workers workers = new Workers(2)) {
            var model = ModelOptions.chat(base(), opened, Alterations.NONE);
            StartingPoint start = StartingPoint.of(SmallWorld.world(), model, 1, 1);
            Fingerprint fingerprint = EvidenceOptions.fingerprint(base());
            Outcome outcome = new Experimenter(
                            start,
                            new DataSets(start, fingerprint, folder.resolve("data")),
                            new Trainings(model, base(), fingerprint, new TorchTrainer(workers), start.questions()),
                            folder)
                    .run(experiment, 2, said -> {}, () -> false);
            Results results = Results.of(outcome, model);

            assertThat(outcome.trials()).extracting(Trial::seed).containsExactly(1L, 1L, 2L, 2L);
            assertThat(folder.resolve("full/mostly-plain-2")).isDirectoryContaining("glob:**forecast.json");
            // Rivals that read activations and gradients have their columns too.
            assertThat(results.figures())
                    .containsKeys("r", "rmse", "rmse_gradient", "rmse_projection", "rmse_centroid");
            assertThat(results.figures()).containsEntry("runs", 4.0).containsEntry("sets", 2.0);
            assertThat(results.markdown()).startsWith("# A claim.").contains("| mostly-plain, mixed | itself |");
        }
    }
}
