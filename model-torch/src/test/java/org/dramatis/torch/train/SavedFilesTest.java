package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved gives the logarithms that the trained network gave. The reference library reads it in check_saved. */
class SavedFilesTest {
    private static final Text TEXT = new Text(
            Tiny.demonstrations(1).getFirst().prompt(),
            Tiny.demonstrations(20).get(9).reply());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"F32, 0", "F16, 5e-3", "BF16, 4e-2"})
    void aModelReadsBackAsItWas(DataType type, double tolerance) {
        double[] expected = train("llama", new Trained.Everything(), type);
        try (BaseModel saved = BaseModel.read(new ModelFolder(folder.resolve("saved")));
                Transformer network = new Transformer(saved.architecture(), saved.weights())) {
            requireLogs(network, expected, within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "gpt2", "phi3", "gpt_neox"})
    void anAdapterReadsBackAsItWas(String family) {
        double[] expected = train(family, Trained.Adapter.ofRank(3), DataType.F32);
        try (BaseModel base = BaseModel.random(Tiny.family(family), 3);
                LoadedAdapter adapter =
                        LoadedAdapter.read(new ModelFolder(folder.resolve("saved")), base.architecture())) {
            try (Transformer network = new Transformer(base.architecture(), adapter.beside(base.weights()))) {
                requireLogs(network, expected, within(0.0));
            }
            try (Weights merged = adapter.merged(base.weights());
                    Transformer network = new Transformer(base.architecture(), merged)) {
                requireLogs(network, expected, within(1e-5));
            }
            try (Transformer network = new Transformer(base.architecture(), base.weights())) {
                assertThat(new Reading(network).logs(List.of(TEXT))[0]).isNotCloseTo(expected[0], within(1e-3));
            }
        }
    }

    @Test
    void filesOfTheTokenizerComeAlong() throws Exception {
        train("llama", new Trained.Everything(), DataType.F32);
        Path saved = folder.resolve("saved");
        Files.writeString(saved.resolve("tokenizer.json"), "{}");
        try (Workers workers = new Workers(1);
                BaseModel base = BaseModel.read(new ModelFolder(saved));
                TorchTraining training = open(base, Plan.of(1), "second", workers)) {
            training.saveModel(folder.resolve("again"), DataType.BF16);
        }
        assertThat(folder.resolve("again/tokenizer.json")).hasContent("{}");
        assertThat(folder.resolve("again/config.json"))
                .content()
                .contains("\"bfloat16\"")
                .doesNotContain("float32");
    }

    @Test
    void anAdapterForAnotherModelIsRefused() {
        train("gpt2", Trained.Adapter.ofRank(3), DataType.F32);
        try (BaseModel other = Tiny.model()) {
            assertThatThrownBy(() -> LoadedAdapter.read(new ModelFolder(folder.resolve("saved")), other.architecture()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("is it for another?");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"use_dora\": true', use_dora",
        "'\"r\": 0', 'r'",
        "'\"r\": 2.5', 'r'",
        "'\"alpha_pattern\": {\"q_proj\": 3}', alpha_pattern",
        "'\"peft_type\": \"PREFIX_TUNING\"', peft_type",
        "'\"modules_to_save\": [\"lm_head\"]', modules_to_save"
    })
    void anAdapterOfAnotherKindIsRefused(String change, String field) throws Exception {
        train("llama", Trained.Adapter.ofRank(3), DataType.F32);
        Path config = folder.resolve("saved/adapter_config.json");
        Files.writeString(config, "{\"peft_type\": \"LORA\", \"r\": 3, \"lora_alpha\": 6, " + change + "}");
        try (BaseModel base = BaseModel.random(Tiny.family("llama"), 3)) {
            assertThatThrownBy(() -> LoadedAdapter.read(new ModelFolder(folder.resolve("saved")), base.architecture()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining(field);
        }
    }

    private double[] train(String family, Trained trained, DataType type) {
        Plan plan =
                Plan.of(4).withBatch(4).withRate(LearningRate.constant(2e-2)).withTrained(trained);
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(Tiny.family(family), 3);
                TorchTraining training = open(base, plan, "run", workers)) {
            training.finish(progress -> {});
            training.saveModel(folder.resolve("saved"), type);
            return new Reading(training.network()).logs(List.of(TEXT));
        }
    }

    private TorchTraining open(BaseModel base, Plan plan, String run, Workers workers) {
        return TorchTraining.open(
                base,
                new Lesson.Imitation(Tiny.demonstrations(8)),
                plan,
                folder.resolve(run),
                network -> {
                    throw new AssertionError("nobody speaks here");
                },
                workers);
    }

    private static void requireLogs(Transformer network, double[] expected, Offset<Double> tolerance) {
        double[] logs = new Reading(network).logs(List.of(TEXT));
        assertThat(logs).containsExactly(expected, tolerance);
    }
}
