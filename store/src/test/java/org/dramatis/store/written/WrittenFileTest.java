package org.dramatis.store.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFileTest {
    private static final String BOXES = """
            name: shelf
            boxes:
              - {size: 2, open: true}
              - size: big
                labels: [red, '', 3]
              - soze: 4
              - open: false
              - 5
            """;

    @TempDir
    private Path folder = Path.of("");

    private static Item yaml(String text) {
        return WrittenFile.yaml(text.getBytes(StandardCharsets.UTF_8)).whole();
    }

    private static List<String> told(Item whole) {
        return catchThrowableOfType(MisprintException.class, () -> whole.result(() -> ""))
                .in("shelf.yaml")
                .lines()
                .toList();
    }

    @Test
    void whatIsThereIsReadInTheOrderOfTheFile() {
        Item whole = yaml("b: x\na: 2.5\nc: true\nd: [one, two]\ne:\n");

        assertThat(whole.names()).containsExactly("b", "a", "c", "d", "e");
        assertThat(whole.text("b")).isEqualTo("x");
        assertThat(whole.number("a")).isEqualTo(2.5);
        assertThat(whole.isSet("c")).isTrue();
        assertThat(whole.items("d")).extracting(item -> item.asText("d")).containsExactly("one", "two");
        assertThat(whole.maybeText("e")).isEmpty();
        assertThat(whole.maybeNumber("f")).isEmpty();
        assertThat(whole.isSet("f")).isFalse();
        assertThat(whole.items("f")).isEmpty();
        assertThat(whole.result(() -> "all well")).isEqualTo("all well");
    }

    @Test
    void allThatIsWrongIsToldAtOnceInTheOrderOfTheFile() {
        Item whole = yaml(BOXES).fields("name", "boxes");
        whole.text("owner");
        for (Item box : whole.items("boxes")) {
            box.fields("size", "open", "labels");
            box.number("size");
            box.items("labels").forEach(label -> label.asText("a label"));
            assertThat(box.made(() -> "box"))
                    .isEqualTo(box.has("size") && box.has("open") ? Optional.of("box") : Optional.empty());
        }

        assertThat(told(whole))
                .containsExactly(
                        "shelf.yaml, line 1, column 1: there is no 'owner', or a blank one",
                        "shelf.yaml, line 4, column 5: 'size' is of another kind: write a number",
                        "shelf.yaml, line 5, column 19: a label is blank",
                        "shelf.yaml, line 5, column 23: a label is of another kind: write text, in quotes where it looks"
                                + " like something else",
                        "shelf.yaml, line 6, column 5: unknown field 'soze': it may have [size, open, labels]; did you"
                                + " mean 'size'?",
                        "shelf.yaml, line 7, column 5: there is no 'size'",
                        "shelf.yaml, line 8, column 5: entries of the form 'name: value' are wanted here, with names of"
                                + " [size, open, labels]");
    }

    @Test
    void whatTheMakerRefusesIsAMisprint() {
        Item whole = yaml("a: {b: 1}");
        whole.field("a").orElseThrow().made(() -> {
            throw new IllegalArgumentException("one is too few");
        });

        assertThat(told(whole)).containsExactly("shelf.yaml, line 1, column 1: one is too few");
    }

    @Test
    void ofManyMisprintsTheFirstTwentyAreTold() {
        Item whole = yaml("list: [" + "1, ".repeat(24) + "1]");
        whole.items("list").forEach(item -> item.asText("an item"));

        assertThat(told(whole)).hasSize(21).last().isEqualTo("and 5 more");
    }

    @Test
    void aFileThatIsNoYamlHasItsPlace() {
        assertThatThrownBy(() -> yaml("a: b\nc: [d\n"))
                .isInstanceOfSatisfying(
                        MisprintException.class,
                        wrong -> assertThat(wrong.in("shelf.yaml")).startsWith("shelf.yaml, line "));
        assertThatThrownBy(() -> yaml("a: 1\na: 2\n"))
                .isInstanceOfSatisfying(
                        MisprintException.class,
                        wrong -> assertThat(wrong.in("shelf.yaml"))
                                .startsWith("shelf.yaml, line 2, column ")
                                .contains("Duplicate"));
    }

    @Test
    void jsonHasPlacesToo() {
        Item whole = WrittenFile.json("{\n  \"list\": [\n    {\"pos\": 3}\n  ]\n}".getBytes(StandardCharsets.UTF_8))
                .whole();
        whole.items("list").forEach(item -> item.text("pos"));

        assertThat(told(whole)).singleElement().asString().startsWith("shelf.yaml, line 3, column 6: 'pos' is of");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> fields = Map.of(
                "list", List.of("yes", "1.5", "a: b", "# no", " x", "l1\nl2\n", "\u00e9\ud83d\ude00", "- ", "~"));

        Item whole = yaml(Yaml.write(fields));

        assertThat(whole.items("list")).extracting(item -> item.asText("it")).isEqualTo(fields.get("list"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> WrittenFile.bytes(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " cannot be read: it is not there");
    }
}
