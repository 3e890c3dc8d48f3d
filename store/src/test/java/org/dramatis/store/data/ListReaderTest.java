package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.store.data.Packed.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class ListReaderTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void theElementsAreRowsAndAreCounted() {
        assertThat(read("[{\"text\":\"a\"},{\"instruction\":\"Why?\",\"output\":\"So.\"} , {\"text\":\"b\"}]"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(document(1, "a")),
                        second -> assertThat(second).isInstanceOf(Row.Chat.class),
                        third -> assertThat(third).isEqualTo(document(3, "b")));
        assertThat(read("[]")).isEmpty();
        assertThat(read(" \r\n[ \n]\n\n")).isEmpty();
    }

    @Test
    void aListIsKnownByItsFirstSignWhateverStandsBefore() throws IOException {
        for (String list : List.of(
                "[{\"text\":\"a\"}]", "\uFEFF[{\"text\":\"a\"}]", "\uFEFF \r\n\t[\n{\"text\":\r\n\"a\"\n},\n]\n")) {
            for (byte[] file : List.of(bytes(list), Packed.gzip(list), Packed.zstd(list))) {
                assertThat(Packed.texts(new DataFile(Files.write(folder.resolve("alpaca.json"), file))))
                        .containsExactly("a");
            }
        }
    }

    @Test
    void bracketsAndQuotesInTextsSeparateNothing() {
        List<String> texts = List.of("]", "},{", "\"", "\\", "\\\"],", "[{\"text\":\"x\"}]", "a,b", "\\\\\"");
        List<String> rows = texts.stream()
                .map(text -> MAPPER.createObjectNode().put("text", text).toString())
                .toList();
        assertThat(read("[" + String.join(",", rows) + "]"))
                .extracting(entry -> ((Row.Document) entry).text())
                .isEqualTo(texts);
    }

    @Test
    void aBadElementIsPlacedAndStopsNothing() {
        String list = """
                [
                  {"text": "a"},
                  {"text": hello},
                  [1, {"x": [2]}],
                  {"text": "b"} {"text": "c"},
                  7,
                  {
                    "text": 1
                  },
                  {"text": "d"}
                ]
                """;
        assertThat(read(list))
                .extracting(Entry::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("text=a"),
                        second -> assertThat(second)
                                .startsWith("rows.jsonl:2: the element is not JSON at column")
                                .contains("hello")
                                .endsWith("(it begins in line 3)"),
                        third -> assertThat(third)
                                .isEqualTo("rows.jsonl:3: the row is a list, not an object: a row is one object,"
                                        + " with a comma before the next (it begins in line 4)"),
                        fourth -> assertThat(fourth).contains("the element goes on after its JSON at column"),
                        fifth -> assertThat(fifth).contains("the row is 7, not an object"),
                        sixth -> assertThat(sixth).contains("'text' is 1").endsWith("(it begins in line 7)"),
                        seventh -> assertThat(seventh).contains("rows.jsonl:7").contains("text=d"));
    }

    @Test
    void anErrorInAnElementOfSeveralLinesSaysInWhichOfThem() {
        assertThat(read("[{\n\"text\":\n oops}]").getFirst().toString())
                .contains("not JSON at column", "of its line 3");
    }

    @Test
    void bytesThatAreNoTextRefuseTheirElementAlone() throws IOException {
        byte[] list = bytes("[{\"text\":\"x\"},{\"text\":\"a\"}]");
        list[10] = (byte) 0xE9;
        List<Entry> entries = ReadText.of(new ListReader(new ByteArrayInputStream(list), 100), 100);
        assertThat(entries.getFirst().toString()).contains("the element is not UTF-8 at byte 10, 0xE9");
        assertThat(entries.getLast()).isEqualTo(document(2, "a"));
    }

    @Test
    void anElementThatIsTooLongIsABadRowAndTheNextIsRead() {
        String list = "[{\"text\":\"" + "x".repeat(1 << 20) + "\"},{\"text\":\"a\"}]";
        assertThat(ReadText.of(new ListReader(new ByteArrayInputStream(bytes(list)), 20), 20))
                .containsExactly(
                        new BadRow(
                                new Origin("rows.jsonl", 1),
                                "the element has 1048587 bytes: elements of up to 20 are read"),
                        document(2, "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", ",{", ",{\"text\":\"b\"", ",{\"text\":\"b\"}", ",{\"text\":\"b}]", ",{\"text\":[}]"})
    void aListWithoutAnEndGivesItsRowsAndThenSaysSo(String cut) {
        List<Entry> before = new ArrayList<>();
        assertThatThrownBy(() -> readInto(before, "[\n{\"text\":\"a\"}" + cut))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(".*rows.jsonl cannot be read after [01] elements: its list of rows has no end:"
                        + " what begins in line 2 was cut short, or a quote or a bracket is not closed");
        assertThat(before).hasSize(cut.isEmpty() ? 0 : 1);
    }

    @Test
    void whatFollowsTheListIsNotPassedOver() {
        List<Entry> before = new ArrayList<>();
        assertThatThrownBy(() -> readInto(before, "[{\"text\":\"a\"}]\n{\"text\":\"b\"}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("after 1 elements: more follows its list of rows in line 2");
        assertThat(before).containsExactly(document(1, "a"));
    }

    /** The oracle is the library's own reader of a whole list. */
    @Test
    void elementsAreCutAsTheLibraryCutsThem() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            ArrayNode list = MAPPER.createArrayNode();
            int length = random.nextInt(8);
            for (int i = 0; i < length; i++) {
                list.addObject().put("text", i + text(random)).set("more", value(random, 3));
            }
            String written = random.nextBoolean()
                    ? list.toString()
                    : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list);
            List<String> texts = new ArrayList<>();
            list.forEach(row -> texts.add(row.get("text").stringValue()));
            assertThat(read(written))
                    .extracting(entry -> entry instanceof Row.Document document ? document.text() : entry.toString())
                    .isEqualTo(texts);
        }
    }

    private static JsonNode value(SplittableRandom random, int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(5)) {
            case 0 -> MAPPER.getNodeFactory().stringNode(text(random));
            case 1 -> MAPPER.getNodeFactory().numberNode(random.nextInt());
            case 2 -> MAPPER.getNodeFactory().nullNode();
            case 3 -> MAPPER.createArrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
            default -> MAPPER.createObjectNode().set(text(random), value(random, depth - 1));
        };
    }

    /** Mostly signs that mean something between elements. At times longer than a block of the reader. */
    private static String text(SplittableRandom random) {
        int length = random.nextInt(200) == 0 ? 70_000 : random.nextInt(12);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("[]{},:\"\\\n\t aż".charAt(random.nextInt(13)));
        }
        return text.toString();
    }

    private static List<Entry> read(String list) {
        List<Entry> entries = new ArrayList<>();
        readInto(entries, list);
        return entries;
    }

    private static void readInto(List<Entry> entries, String list) {
        DataFile file = new DataFile(Path.of("rows.jsonl"));
        try (RowReader rows =
                new RowReader(file, new ListReader(new ByteArrayInputStream(bytes(list)), file.longestRow()))) {
            rows.forEachRemaining(entries::add);
        }
    }

    private static Row document(long line, String text) {
        return new Row.Document(new Origin("rows.jsonl", line), text);
    }
}
