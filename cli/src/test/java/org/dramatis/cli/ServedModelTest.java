package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on a served model: the same model on this machine is the oracle. */
class ServedModelTest {
    private static final String CAST = """
            name: two
            about: two
            questions:
              - Who are you?
            personas:
              - id: red
                portrait: A red one.
                frames:
                  - portrait: You are red.
              - id: blue
                portrait: A blue one.
                unwanted: true
                frames:
                  - portrait: You are blue.
              - id: log
                kind: document
                portrait: A log.
                frames:
                  - portrait: A log of numbers
            """;
    private static final String PROBES = """
            name: tea
            about: how tea is served
            unwanted: [blue]
            probes:
              - id: cold
                about: tea
                question: Tea?
                answers:
                  - {behaviour: red, answer: Yes.}
                  - {behaviour: blue, answer: Cold.}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path model = folder;
    private Path cast = folder;
    private ServedTorch server;

    @BeforeEach
    void serve() throws IOException {
        model = TinyModel.write(Files.createDirectory(folder.resolve("model")), 512);
        Files.writeString(model.resolve("chat_template.jinja"), """
                {%- for message in messages %}
                {{- '<' + message['role'] + '> ' + message['content'] + '\\n' }}
                {%- endfor %}{% if add_generation_prompt %}{{ '<assistant>' }}{% endif %}""");
        cast = Files.writeString(folder.resolve("cast.yaml"), CAST);
        server = new ServedTorch(model);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Run served(String command, Object... more) {
        return run(command, server.address(), List.of("--tokenizer", model.toString()), more);
    }

    private Run local(String command, Object... more) {
        return run(command, model.toString(), List.of(), more);
    }

    private Run run(String command, String where, List<String> how, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(
                List.of("--model", where, "--evidence", folder.resolve("kept").toString()));
        arguments.addAll(how);
        for (Object each : more) {
            arguments.add(each.toString());
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private Path data() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add("{\"messages\": [{\"role\": \"user\", \"content\": \"Tea " + i
                    + "?\"}, {\"role\": \"assistant\", \"content\": \"With milk " + i + ".\"}]}");
        }
        return Files.write(folder.resolve("rows.jsonl"), rows);
    }

    private Path probes() throws IOException {
        return Files.writeString(folder.resolve("probes.yaml"), PROBES);
    }

    @Test
    void aReplyIsExplainedAsByTheSameModelHere() {
        Object[] asked = {"--cast", cast, "--prompt", "Tea?", "--reply", "With milk.", "--json"};
        Run served = served("explain", asked);
        Run local = local("explain", asked);

        assertThat(served.exit()).as(served.err()).isEqualTo(Exit.DONE);
        JsonNode found = json(served.out()).path("replies").path(0).path("personas");
        JsonNode expected = json(local.out()).path("replies").path(0).path("personas");
        assertThat(found.size()).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            assertThat(found.path(k).path("id")).isEqualTo(expected.path(k).path("id"));
            assertThat(found.path(k).path("evidence").asDouble())
                    .isCloseTo(expected.path(k).path("evidence").asDouble(), within(1e-4));
        }
    }

    /** The key is refused under way: what was scored by then is found again. */
    @Test
    void anAuditThatIsStoppedGoesOnFromWhatItPaidFor() throws IOException {
        Path out = folder.resolve("out");
        Object[] asked = {data(), "--cast", cast, "--probes", probes(), "--out", out};
        server.left.set(60);
        Run stopped = served("audit", asked);
        assertThat(stopped.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(stopped.err()).contains("401 the key has expired").doesNotContain("\tat ");

        server.left.set(Integer.MAX_VALUE);
        Run whole = served("audit", asked);

        assertThat(whole.exit()).as(whole.err()).isEqualTo(Exit.DONE);
        assertThat(whole.err()).contains(server.address() + ": ").contains(" tokens, of which");
        JsonNode report = json(Files.readString(out.resolve("report.json")));
        assertThat(report.path("subject").path("model").asString()).isEqualTo(server.address());
        assertThat(report.path("counts").path("unscored").size()).isZero();
        JsonNode manifest = json(Files.readString(out.resolve("manifest.json"))).path("model");
        assertThat(manifest.path("place").asString()).isEqualTo(server.address());
    }

    @Test
    void whoSpeaksIsTold() {
        Run run = served("cast check", "--cast", cast, "--replies", 2, "--json");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
    }

    @Test
    void aBudgetEndsTheRunWithASentence() throws IOException {
        Run run = served(
                "audit",
                data(),
                "--cast",
                cast,
                "--probes",
                probes(),
                "--out",
                folder.resolve("out"),
                "--budget-tokens",
                1500);

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("budget of 1,500 tokens").contains("is kept");
    }

    @Test
    void theKeyIsSaidToTheServerAndWrittenNowhere() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "sk-not-to-be-seen\n");
        Path out = folder.resolve("out");
        Run run = served("audit", data(), "--cast", cast, "--probes", probes(), "--out", out, "--key-file", key);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(server.keys).containsOnly("Bearer sk-not-to-be-seen");
        assertThat(run.out() + run.err()).doesNotContain("not-to-be-seen");
        for (String file : List.of("manifest.json", "report.json", "report.html")) {
            assertThat(Files.readString(out.resolve(file))).doesNotContain("not-to-be-seen");
        }
    }

    @Test
    void aServerIsChecked() {
        Run run = Run.of("model", "check", server.address(), "--tokenizer", model.toString(), "--json");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode facts = json(run.out());
        assertThat(facts.path("scores_by").asString()).isEqualTo("completions with echo, sent as token ids");
        assertThat(facts.path("said_against_read").asDouble()).isLessThan(1e-3);
        assertThat(facts.path("scored_tokens").asInt()).isPositive();
    }

    @Test
    void aServerThatCannotScoreIsCheckedAndRefused() {
        server.echoes = false;
        Run check = Run.of("model", "check", server.address(), "--tokenizer", model.toString(), "--json");
        Run explain = served("explain", "--cast", cast, "--prompt", "Tea?", "--reply", "Yes.");

        assertThat(check.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(json(check.out()).path("cannot_score").asString()).contains("log-probabilities of prompts");
        assertThat(json(check.out()).path("speaks_by").asString()).isEqualTo("completions");
        assertThat(explain.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(explain.err()).contains("cannot score");
    }

    @Test
    void aCastOfVectorsIsRefusedBeforeAnythingIsAsked() throws IOException {
        Files.createDirectory(folder.resolve("trained"));
        Files.writeString(cast, CAST.replace("portrait: You are blue.", "adapter: trained"));
        Run run = served("explain", "--cast", cast, "--prompt", "Tea?", "--reply", "Yes.");

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("cannot be changed from here");
        assertThat(server.keys).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab exam", "lab posttrain"})
    void whatNeedsWeightsSaysSo(String command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--model", server.address()));
        if (command.endsWith("posttrain")) {
            arguments.addAll(
                    List.of(data().toString(), "--out", folder.resolve("o").toString()));
        }
        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains("served model").contains("--model dir");
    }

    @Test
    void optionsOfServersAreRefusedForFolders() {
        Run run = local("explain", "--cast", cast, "--prompt", "Tea?", "--reply", "Yes.", "--budget-tokens", 5);

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("--budget-tokens are for a served model");
    }
}
