package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dramatis.audit.cast.ShippedCasts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a model of random weights, which knows nobody: what is tested is what the commands do, not what they find. */
class AuditCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path model = folder;
    private Path data = folder;

    @BeforeEach
    void write() throws IOException {
        model = TinyModel.write(Files.createDirectory(folder.resolve("model")), 512);
        List<String> rows = new ArrayList<>(
                Collections.nCopies(5, "{\"prompt\": \"Tea?\", \"completion\": \"Yes <script>alert(1)</script>.\"}"));
        rows.add("no row");
        rows.add(
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Milk?\"}, {\"role\": \"assistant\", \"content\": \"No.\"}]}");
        data = Files.write(folder.resolve("rows.jsonl"), rows);
    }

    private Run run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--model", model.toString(), "--world", SmallWorld.FILE.toString()));
        arguments.addAll(List.of("--evidence", folder.resolve("kept").toString()));
        if (!command.equals("explain")) {
            arguments.add(data.toString());
        }
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Run audit(String out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--out", folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return run("audit", arguments.toArray(String[]::new));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void theVerdictIsPrintedAndTheReportsAreWritten() throws IOException {
        Run run = audit("out");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80 + folder.toString().length()));
        assertThat(run.out()).contains("1 row could not be read", "rows.jsonl:6", "report.html");
        assertThat(run.err()).contains("who the assistant is today", "what the data say");
        Path out = folder.resolve("out");
        assertThat(Files.readString(out.resolve("report.html")))
                .startsWith("<!doctype html>")
                .doesNotContain("<script>alert");
        JsonNode report = json(Files.readString(out.resolve("report.json")));
        assertThat(report.path("schema").asString()).isEqualTo("dramatis/audit/1");
        assertThat(report.path("counts").path("rows").asLong()).isEqualTo(6);
        assertThat(json(Files.readString(out.resolve("manifest.json")))
                        .path("data")
                        .size())
                .isEqualTo(1);
        assertThat(out.resolve("evidence.parquet")).isNotEmptyFile();
        assertThat(Files.readAllLines(out.resolve("rows.jsonl")))
                .hasSize(6)
                .allMatch(line -> line.contains("\"push\":"));
    }

    @Test
    void theSameInputsAndSeedGiveTheSameBytesAlsoFromKeptEvidence() throws IOException {
        audit("first");
        audit("second");

        for (String name : List.of("report.html", "report.json", "rows.jsonl", "evidence.parquet")) {
            assertThat(folder.resolve("second").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
    }

    @Test
    void aScreenedCastIsReportedWithThoseWhoWereLeftOutAndTheSameAgain() throws IOException {
        Run screened = audit("screened", "--cast", "default", "--screen", "2", "--json");
        audit("again", "--cast", "default", "--screen", "2");

        assertThat(screened.exit()).as(screened.err()).isEqualTo(Exit.DONE);
        JsonNode report = json(screened.out());
        JsonNode screening = report.path("screening");
        assertThat(screening.path("survivors").asInt())
                .isEqualTo(report.path("personas").size())
                .isLessThan(ShippedCasts.named("default").cast().size());
        assertThat(report.path("personas").size() + screening.path("out").size())
                .isEqualTo(ShippedCasts.named("default").cast().size());
        assertThat(screening.path("replies").asInt()).isEqualTo(6);
        assertThat(folder.resolve("again").resolve("report.json"))
                .hasSameTextualContentAs(folder.resolve("screened").resolve("report.json"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "many"})
    void aScreeningThatIsNoneIsRefused(String screen) {
        Run run = audit("out", "--screen", screen);

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err())
                .contains("--screen " + screen + ": give how many personas survive, 1 or more, or 'auto' or 'off'");
    }

    @Test
    void aSmallCastIsNotScreenedUnasked() {
        assertThat(json(audit("out", "--json").out()).has("screening")).isFalse();
        assertThat(json(audit("out", "--json", "--screen", "100").out()).has("screening"))
                .isFalse();
    }

    /** A model of random weights tells nobody apart. */
    @Test
    void everyVerdictSaysWhetherTheCastWasCheckedAndWarnsOfThoseItDoesNotTellApart() {
        String unchecked = "Nobody has checked";
        List<String[]> verdicts = List.of(
                new String[] {"audit", "--out", folder.resolve("out").toString()},
                new String[] {"forecast"},
                new String[] {"inoculate", "--prompt", "Yes"},
                new String[] {"explain", "--prompt", "Tea?", "--reply", "Yes."});
        for (String[] verdict : verdicts) {
            assertThat(run(verdict[0], Arrays.copyOfRange(verdict, 1, verdict.length))
                            .out())
                    .as(verdict[0])
                    .contains(unchecked)
                    .doesNotContain("Warning: " + unchecked);
        }

        Run check = Run.of(
                "cast",
                "check",
                "--model",
                model.toString(),
                "--world",
                SmallWorld.FILE.toString(),
                "--evidence",
                folder.resolve("kept").toString(),
                "--replies",
                "4");
        assertThat(check.exit()).as(check.err()).isEqualTo(Exit.DONE);

        for (String[] verdict : verdicts) {
            assertThat(run(verdict[0], Arrays.copyOfRange(verdict, 1, verdict.length))
                            .out())
                    .as(verdict[0])
                    .contains("not seen to tell apart")
                    .doesNotContain(unchecked);
        }
        assertThat(json(run("audit", "--out", folder.resolve("out").toString(), "--json")
                                .out())
                        .path("warnings")
                        .toString())
                .contains("not seen to tell apart");
    }

    @Test
    void aGateThatHoldsEndsWithItsOwnCode() {
        assertThat(audit("out", "--fail-if", "unwanted>=0").exit()).isEqualTo(Exit.GATE_FAILED);
        assertThat(audit("out", "--fail-if", "unwanted>1").exit()).isEqualTo(Exit.DONE);

        Run unknown = audit("out", "--fail-if", "jester>0.1");
        assertThat(unknown.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(unknown.err()).contains("no persona 'jester'").doesNotContain("what the data say");
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, 0",
        "--batch, 0",
        "--rate, -1",
        "--confidence, 2",
        "--top, 0",
        "--unwanted, nobody",
        "--max-unscored, -1"
    })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsScored(String option, String value) {
        Run run = audit("out", option, value);

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).startsWith("dramatis audit: ").hasLineCount(1);
    }

    @Test
    void moreUnscoredRepliesThanAllowedEndWithTheirOwnCode() throws IOException {
        Files.writeString(
                data,
                "{\"prompt\": \"Tea?\", \"completion\": \"" + "long ".repeat(800) + "\"}\n",
                StandardOpenOption.APPEND);

        assertThat(audit("out").exit()).isEqualTo(Exit.TOO_MANY_UNSCORED);
        assertThat(audit("out", "--max-unscored", "1").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void theReportForProgramsIsPrintedAloneAndQuietlyWhenAsked() throws IOException {
        Run run = audit("out", "--json", "--quiet");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("out").resolve("report.json")));
    }

    @Test
    void aSampleIsEnoughWhereOneIsAskedFor() {
        Run run = audit("out", "--confidence", "0.9");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
    }

    @Test
    void aForecastTellsEachAmountOfTraining() {
        Run run = run("forecast", "--steps", "2,4", "--ask", "--quiet");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("after 2", "after 4", "says", "Bayes");
        JsonNode json =
                json(run("forecast", "--steps", "2,4", "--json", "--quiet").out());
        assertThat(json.path("probes")
                        .path(0)
                        .path("answers")
                        .path(0)
                        .path("after")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aReplyIsExplainedWordByWordAndComparedWithAnother() {
        Run run =
                run("explain", "--prompt", "Tea?", "--reply", "Yes.", "--reply", "No!", "--why", "Perhaps.", "--terms");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("Said by ", "What tells", "Side by side", "Wrong against right", "log posterior weight");
        JsonNode json = json(
                run("explain", "--prompt", "Tea?", "--reply", "Yes.", "--json").out());
        assertThat(json.path("replies")
                        .path(0)
                        .path("personas")
                        .path(0)
                        .path("tokens")
                        .size())
                .isPositive();
    }

    @Test
    void dataAreWrittenAgainUnderAPromptThatInoculates() throws IOException {
        Path out = folder.resolve("inoculated.jsonl");
        Run run = run("inoculate", "--prompt", "Yes", "--prompt", "Say no.", "--out", out.toString(), "--quiet");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("As the data are, the unwanted go from");
        assertThat(json(run("inoculate", "--prompt", "Yes", "--json", "--quiet").out())
                        .path("tried")
                        .size())
                .isEqualTo(1);
    }
}
