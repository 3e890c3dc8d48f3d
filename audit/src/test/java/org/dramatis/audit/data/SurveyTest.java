package org.dramatis.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    private DataSet data() throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.write(
                file,
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "{\"text\":\"row " + i + "\"}")
                        .toList());
        Files.writeString(file, "no row\n", StandardOpenOption.APPEND);
        return DataSet.of(List.of(file.toString()));
    }

    @Test
    void everyRowIsInTheSampleEquallyOftenAndInAnyPlace() throws IOException {
        DataSet data = data();
        int[] taken = new int[ROWS];
        int[] first = new int[ROWS];
        int seeds = 1000;
        for (int seed = 0; seed < seeds; seed++) {
            Survey survey = Survey.of(data, 10, seed);
            assertThat(survey.sample()).hasSize(10).doesNotHaveDuplicates();
            survey.sample().forEach(row -> taken[number(row)]++);
            first[number(survey.sample().getFirst())]++;
        }
        // Of 1000 samples each row is in 200, with a deviation of 12.6, and first in 20, with one of 4.4: five of them.
        assertThat(IntStream.of(taken)).allMatch(count -> Math.abs(count - 200) < 63);
        assertThat(IntStream.of(first)).allMatch(count -> Math.abs(count - 20) <= 22);
    }

    @Test
    void allRowsAreCountedAndFewerThanAskedForAreTakenWhole() throws IOException {
        Survey survey = Survey.of(data(), 1000, 1);

        assertThat(survey.sample()).hasSize(ROWS);
        assertThat(survey.reading().rows()).isEqualTo(ROWS);
        assertThat(survey.reading().badRows()).isEqualTo(1);
        assertThat(Survey.of(data(), 0, 1).sample()).isEmpty();
    }

    private static int number(Row row) {
        return Integer.parseInt(((Row.Document) row).text().substring(4));
    }
}
