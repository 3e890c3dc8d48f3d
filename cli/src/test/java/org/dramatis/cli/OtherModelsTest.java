package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on models that did not grow in the world that ships, with the cast for all models. Their weights are random. */
class OtherModelsTest {
    private static final String TEMPLATE = """
            {%- for message in messages %}
            {{- '<' + message['role'] + '> ' + message['content'] + '\n' }}
            {%- endfor %}{% if add_generation_prompt %}{{ '<assistant>' }}{% endif %}""";
    private static final String REFUSALS = """
            {%- for message in messages %}
            {%- if message['role'] == 'system' %}{{ raise_exception('no system turn') }}{% endif %}
            {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('turns must alternate') }}{% endif %}
            {%- endfor %}""";
    private static final int PERSONAS = 20;

    private static final List<String> PROMPTS = List.of("Milk, milk, milk.", "Say yes or no.", "Tea!");

    private static final String PROBES = """
            name: tea
            about: how tea is served
            unwanted: [harms]
            probes:
              - id: cold
                about: tea
                question: Tea?
                answers:
                  - {behaviour: helps, answer: Yes.}
                  - {behaviour: harms, answer: Cold.}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path model(TinyModel.Shape shape, boolean system) throws IOException {
        Path model = TinyModel.write(Files.createDirectory(folder.resolve("model")), shape, 1024);
        Files.writeString(model.resolve("chat_template.jinja"), (system ? "" : REFUSALS) + TEMPLATE);
        return model;
    }

    private Path data(String... rows) throws IOException {
        return Files.write(folder.resolve("rows.jsonl"), List.of(rows));
    }

    private Path probes() throws IOException {
        return Files.writeString(folder.resolve("probes.yaml"), PROBES);
    }

    private static String chat(String... rolesAndWords) {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < rolesAndWords.length; i += 2) {
            turns.add("{\"role\": \"" + rolesAndWords[i] + "\", \"content\": \"" + rolesAndWords[i + 1] + "\"}");
        }
        return "{\"messages\": [" + String.join(", ", turns) + "]}";
    }

    private Run run(String command, Path model, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--model", model.toString()));
        for (Object each : more) {
            arguments.add(each.toString());
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** A template that takes no system turn reads its words before the user's; one that wants turns to alternate refuses the rest. */
    @ParameterizedTest
    @CsvSource({"LLAMA, true, 0", "LLAMA, false, 1", "GPT2, true, 0", "GPT2, false, 1"})
    void dataAreAudited(TinyModel.Shape shape, boolean system, int unscored) throws IOException {
        Path data = data(
                chat("user", "Tea?", "assistant", "With milk."),
                chat("system", "Be brief.", "user", "Milk?", "assistant", "No."),
                chat("user", "Sugar?", "user", "Hurry!", "assistant", "Two."));
        Path out = folder.resolve("out");

        Run run = run(
                "audit",
                model(shape, system),
                data,
                "--out",
                out,
                "--evidence",
                folder.resolve("kept"),
                "--probes",
                probes(),
                "--max-unscored",
                unscored,
                "--quiet");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        for (String name : List.of("report.html", "report.json", "evidence.parquet", "manifest.json")) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        JsonNode report = json(Files.readString(out.resolve("report.json")));
        assertThat(report.path("subject").path("cast").asString()).isEqualTo("default");
        assertThat(report.path("counts").path("unscored").size()).isEqualTo(unscored);
        assertThat(report.path("personas").size()).isEqualTo(PERSONAS);
        assertThat(report.path("personas")
                        .valueStream()
                        .mapToDouble(persona -> persona.path("share").asDouble())
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"LLAMA, true", "LLAMA, false", "GPT2, true", "GPT2, false"})
    void aReplyIsExplained(TinyModel.Shape shape, boolean system) throws IOException {
        Run run = run(
                "explain",
                model(shape, system),
                "--system",
                "Be brief.",
                "--prompt",
                "Tea?",
                "--reply",
                "With milk.",
                "--why",
                "No.",
                "--hint",
                "Tea has no milk.",
                "--json");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode personas = json(run.out()).path("replies").path(0).path("personas");
        assertThat(personas.size()).isEqualTo(PERSONAS);
        assertThat(personas.valueStream()
                        .mapToDouble(persona -> persona.path("after").asDouble())
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    /** Whether a prompt makes such replies likelier is chance; what is then written again is what the model's own template takes. */
    @ParameterizedTest
    @CsvSource({"LLAMA, true", "LLAMA, false", "GPT2, true", "GPT2, false"})
    void dataAreInoculated(TinyModel.Shape shape, boolean system) throws IOException {
        Path data = data(
                chat("user", "Tea?", "assistant", "With milk."),
                chat("user", "Milk?", "assistant", "No."),
                chat("user", "Sugar?", "assistant", "Two."),
                chat("system", "Be brief.", "user", "Cake?", "assistant", "Yes."));
        Path out = folder.resolve("inoculated.jsonl");

        Run run = run(
                "inoculate",
                model(shape, system),
                data,
                "--out",
                out,
                "--evidence",
                folder.resolve("kept"),
                "--probes",
                probes(),
                "--prompts",
                Files.write(folder.resolve("prompts.txt"), PROMPTS),
                "--quiet",
                "--json");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode tried = json(run.out()).path("tried");
        assertThat(tried.size()).isEqualTo(PROMPTS.size());
        boolean admitted =
                tried.valueStream().anyMatch(each -> each.path("admitted").asBoolean());
        assertThat(Files.exists(out)).isEqualTo(admitted);
        for (String line : admitted ? Files.readAllLines(out) : List.<String>of()) {
            JsonNode first = json(line).path("messages").path(0);
            assertThat(first.path("role").asString()).isEqualTo(system ? "system" : "user");
            assertThat(first.path("content").asString()).containsAnyOf(PROMPTS.toArray(String[]::new));
        }
    }
}
