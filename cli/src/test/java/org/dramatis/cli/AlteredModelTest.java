package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Personas that are played by vectors and adapters. One of zeros changes nothing, so that whom it plays is the bare assistant. */
class AlteredModelTest {
    private static final int WIDTH = 16;
    private static final String CAST = """
            name: altered
            about: who is made by changing the model
            personas:
              - {id: no-vector, portrait: Unchanged., frames: [vector: {name: zero.safetensors, strength: 2}]}
              - {id: no-adapter, portrait: Unchanged., frames: [adapter: zero]}
              - {id: steered, portrait: Steered., unwanted: true, frames: [vector: {name: one.safetensors, strength: 2}]}
              - {id: tuned, portrait: Tuned., frames: [adapter: one]}
              - default/plain-text
            questions: [Tea?, Milk?]
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        TinyModel.write(Files.createDirectory(folder.resolve("model")), 512);
        Files.writeString(folder.resolve("cast.yaml"), CAST);
        Files.writeString(
                folder.resolve("rows.jsonl"), "{\"prompt\": \"Tea?\", \"completion\": \"With milk.\"}\n".repeat(2));
        vector("zero.safetensors", WIDTH, 0);
        vector("one.safetensors", WIDTH, 1);
        adapter("zero", WIDTH, 0);
        adapter("one", WIDTH, 1);
    }

    private void vector(String name, int width, float number) {
        SafetensorsWriter.write(folder.resolve(name), List.of(filled("layer.0", List.of((long) width), number)));
    }

    private void adapter(String name, int width, float number) throws IOException {
        Path adapter = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                adapter.resolve("adapter_config.json"), "{\"peft_type\": \"LORA\", \"r\": 1, \"lora_alpha\": 1}");
        String module = "base_model.model.model.layers.1.mlp.gate_proj.";
        SafetensorsWriter.write(
                adapter.resolve("adapter_model.safetensors"),
                List.of(
                        filled(module + "lora_A.weight", List.of(1L, (long) width), 1),
                        filled(module + "lora_B.weight", List.of(24L, 1L), number)));
    }

    private static TensorEntry filled(String name, List<Long> shape, float number) {
        int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(number * (1 + i % 3));
        }
        return new TensorEntry(name, DataType.F32, shape, MemorySegment.ofBuffer(bytes.flip()));
    }

    private Run run(String command, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--model",
                folder.resolve("model").toString(),
                "--cast",
                folder.resolve("cast.yaml").toString()));
        for (Object each : more) {
            arguments.add(each.toString());
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private static Map<String, Double> numbers(JsonNode personas, String... path) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (JsonNode persona : personas) {
            JsonNode number = persona;
            for (String name : path) {
                number = number.path(name);
            }
            numbers.put(persona.path("id").asString(), number.asDouble());
        }
        return numbers;
    }

    private Map<String, Double> explained() {
        Run run = run("explain", "--prompt", "Tea?", "--reply", "With milk.", "--json");
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode personas =
                new JsonMapper().readTree(run.out()).path("replies").path(0).path("personas");
        return numbers(personas, "after");
    }

    private Map<String, Double> audited(String out) throws IOException {
        Run run = run(
                "audit",
                folder.resolve("rows.jsonl"),
                "--out",
                folder.resolve(out),
                "--evidence",
                folder.resolve("kept"),
                "--quiet");
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode report =
                new JsonMapper().readTree(Files.readString(folder.resolve(out).resolve("report.json")));
        return numbers(report.path("personas"), "share");
    }

    @Test
    void vectorsAndAdaptersPlayPersonas() {
        Map<String, Double> after = explained();

        assertThat(after.get("no-vector")).isCloseTo(after.get("no-adapter"), within(1e-5));
        assertThat(after.get("steered")).isNotCloseTo(after.get("no-vector"), within(1e-3));
        assertThat(after.get("tuned")).isNotCloseTo(after.get("no-adapter"), within(1e-3));
    }

    @Test
    void dataAreAuditedByThemAndEvidenceIsKeptByContents() throws IOException {
        Map<String, Double> first = audited("first");
        assertThat(audited("second")).isEqualTo(first);

        vector("one.safetensors", WIDTH, -1);
        adapter("one", WIDTH, -1);
        Map<String, Double> changed = audited("changed");
        assertThat(changed).isNotEqualTo(first);
        vector("one.safetensors", WIDTH, 1);
        adapter("one", WIDTH, 1);
        assertThat(audited("third")).isEqualTo(first);
    }

    @Test
    void theySpeakForThemselvesWhenACastIsChecked() {
        Run run = Run.of(
                "cast",
                "check",
                "--replies",
                "4",
                "--model",
                folder.resolve("model").toString(),
                "--cast",
                folder.resolve("cast.yaml").toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("of 20 replies");
    }

    @Test
    void whatDoesNotFitIsSaidInALineBeforeAnythingIsScored() throws IOException {
        vector("one.safetensors", WIDTH + 1, 1);
        Run wide = run("explain", "--prompt", "Tea?", "--reply", "No.");
        assertThat(wide.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(wide.err())
                .hasLineCount(1)
                .contains(
                        "persona 'steered' cannot be played by the vector " + folder.resolve("one.safetensors"),
                        "a direction of 17 entries: activations of the model have 16");

        vector("one.safetensors", WIDTH, 1);
        adapter("one", WIDTH + 1, 1);
        Run other = run("explain", "--prompt", "Tea?", "--reply", "No.");
        assertThat(other.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(other.err())
                .hasLineCount(1)
                .contains("persona 'tuned' cannot be played by the adapter " + folder.resolve("one"), "[1, 17]");
    }
}
