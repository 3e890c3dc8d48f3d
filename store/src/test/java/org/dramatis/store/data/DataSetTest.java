package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsReadWhateverItsName() throws IOException {
        make("notes.txt");
        assertThat(files("notes.txt")).containsExactly("notes.txt");
    }

    @Test
    void aFolderStandsForItsDataFilesAndThoseOfItsFoldersSortedByPath() throws IOException {
        make("b.jsonl", "a/z.json", "a/b/y.ndjson.zst", "c.JSONL.gz", "d.parquet", "README.md", "a/notes.txt", "jsonl");
        make(".hidden.jsonl", ".cache/x.jsonl", "a/.git/x.jsonl");
        assertThat(files("")).containsExactly("a/b/y.ndjson.zst", "a/z.json", "b.jsonl", "c.JSONL.gz", "d.parquet");
        assertThat(files(".cache")).containsExactly(".cache/x.jsonl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.jsonl|a.jsonl b.jsonl",
                "?.json*|a.jsonl b.jsonl c.json",
                "[bc].*|b.jsonl b.txt c.json",
                "{b,c}.*|b.jsonl b.txt c.json",
                "*/*.jsonl|one/a.jsonl",
                "**/*.jsonl|a.jsonl b.jsonl one/a.jsonl one/two/d.jsonl",
                "one/**|one/a.jsonl one/two/d.jsonl",
                "o*/**/d.*|one/two/d.jsonl",
                "**|a.jsonl b.jsonl b.txt c.json one/a.jsonl one/two/d.jsonl",
                ".h*|.hidden.jsonl",
                "**/.h*|.hidden.jsonl one/.hidden.jsonl"
            })
    void aPatternStandsForEveryFileThatItMatches(String pattern, String expected) throws IOException {
        make("b.jsonl", "a.jsonl", "c.json", "b.txt", "one/a.jsonl", "one/two/d.jsonl");
        make(".hidden.jsonl", "one/.hidden.jsonl");
        assertThat(files(pattern)).containsExactly(expected.split(" ", -1));
    }

    @Test
    void aFileWithTheSignsOfAPatternInItsNameIsMeantByIt() throws IOException {
        make("a[1].jsonl", "a1.jsonl");
        assertThat(files("a[1].jsonl")).containsExactly("a[1].jsonl");
        assertThat(files("a[12].jsonl")).containsExactly("a1.jsonl");
    }

    @Test
    void argumentsAreReadInTheirOrderAndAFileOnce() throws IOException {
        make("a.jsonl", "b.jsonl", "one/c.jsonl");
        assertThat(files("b.jsonl", "*.jsonl", "one/../a.jsonl", ""))
                .containsExactly("b.jsonl", "a.jsonl", "one/c.jsonl");
    }

    @Test
    void linksAreFollowedButNotRoundAndRound() throws IOException {
        make("one/a.jsonl");
        Files.createSymbolicLink(folder.resolve("one/again"), folder);
        Files.createSymbolicLink(folder.resolve("b.jsonl"), folder.resolve("one/a.jsonl"));
        assertThat(files("")).containsExactly("b.jsonl", "one/a.jsonl");
    }

    @Test
    void whatIsNotThereSaysWhatWasLookedFor() throws IOException {
        make("one/notes.txt");
        assertThatThrownBy(() -> files("chats.jsonl"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("chats.jsonl cannot be read: there is no such file or folder");
        assertThatThrownBy(() -> files("one"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one has no data file")
                .hasMessageContaining(".jsonl, .ndjson, .json or .parquet, with or without .gz or .zst");
        assertThatThrownBy(() -> files("one/*.jsonl"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one/*.jsonl matches no file: looked for *.jsonl in " + folder.resolve("one"));
        assertThatThrownBy(() -> files("nowhere/**/*.jsonl"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("looked for **/*.jsonl in " + folder.resolve("nowhere"));
        assertThatThrownBy(() -> files("one/[.jsonl"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no pattern");
        assertThatThrownBy(() -> DataSet.of(List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no data are named");
    }

    @Test
    void aNameHasAsManyFoldersAsTellItFromTheOthers() throws IOException {
        make("x/train/a.jsonl", "y/train/a.jsonl", "y/test/a.jsonl", "y/test/b.jsonl", "a.jsonl");
        assertThat(DataSet.of(List.of(folder.toString())).files())
                .extracting(DataFile::name)
                .containsExactly(
                        folder.getFileName() + "/a.jsonl",
                        "x/train/a.jsonl",
                        "test/a.jsonl",
                        "b.jsonl",
                        "y/train/a.jsonl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/b/a", "/c/b/a", "/d/b/a"})
    void aPathThatEndsLikeAnotherIsStillItself(String path) {
        List<Path> files =
                Stream.of("/a", "/b/a", "/c/b/a", "/d/b/a").map(Path::of).toList();
        List<String> names = ShortNames.of(files);
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> "/c/b/a /d/b/a".contains(name));
        assertThat(path).endsWith(names.get(files.indexOf(Path.of(path))));
    }

    private List<String> files(String... arguments) {
        List<String> absolute = Stream.of(arguments).map(this::inFolder).toList();
        return DataSet.of(absolute).files().stream()
                .map(file -> folder.relativize(file.path().normalize()).toString())
                .toList();
    }

    private String inFolder(String argument) {
        return argument.isEmpty() ? folder.toString() : folder + "/" + argument;
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "{\"text\":\"" + name + "\"}\n");
        }
    }
}
