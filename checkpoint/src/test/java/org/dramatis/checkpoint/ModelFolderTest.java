package org.dramatis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    @TempDir
    Path home;

    private Path model;

    @BeforeEach
    void aModelWithAFileBesideIt() throws IOException {
        model = Files.createDirectory(home.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        Files.writeString(home.resolve("secret"), "outside");
    }

    @Test
    void findsAFileAndSaysWhereThereIsNone() throws IOException {
        ModelFolder folder = new ModelFolder(model);
        assertThat(folder.find("config.json"))
                .contains(model.resolve("config.json").toRealPath());
        assertThat(folder.find("tokenizer.json")).isEmpty();
        assertThatThrownBy(() -> folder.require("tokenizer.json"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(model + " has no tokenizer.json");
    }

    @Test
    void theCurrentFolderIsAFolderToo() {
        ModelFolder folder = new ModelFolder(Path.of("."));
        assertThat(folder.find("pom.xml")).isPresent();
        assertThat(new ModelFolder(Path.of("")).find("pom.xml")).isEqualTo(folder.find("pom.xml"));
    }

    @Test
    void aFileIsNoFolder() {
        Path file = model.resolve("config.json");
        assertThatThrownBy(() -> new ModelFolder(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file + " is no folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../secret",
                "a/../config.json",
                "/etc/passwd",
                "..\\secret",
                "C:config.json",
                "config.json:stream",
                "config.json\0"
            })
    void aNameThatIsNoPlainOneIsRefused(String name) {
        assertNameRefused(name);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "half a character is allowed there")
    void aNameThatTheSystemCannotWriteIsRefused() {
        assertNameRefused("\ud800");
    }

    private void assertNameRefused(String name) {
        ModelFolder folder = new ModelFolder(model);
        assertThatThrownBy(() -> folder.find(name))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(model + " is said to hold a file '");
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() throws IOException {
        Files.createDirectory(model.resolve("tokenizer.json"));
        ModelFolder folder = new ModelFolder(model);
        assertThatThrownBy(() -> folder.find("tokenizer.json"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageEndingWith("tokenizer.json is not a file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void aLinkInsideTheFolderIsFollowedAndOneOutOfItRefused() throws IOException {
        Files.createSymbolicLink(model.resolve("same.json"), Path.of("config.json"));
        Files.createSymbolicLink(model.resolve("leak"), Path.of("../secret"));
        ModelFolder folder = new ModelFolder(model);
        assertThat(folder.find("same.json")).isEqualTo(folder.find("config.json"));
        assertThatThrownBy(() -> folder.find("leak"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(home.resolve("secret").toRealPath() + ", out of the folder");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void aLinkThatLeadsNowhereOrInACircleIsNotTakenForAMissingFile() throws IOException {
        Files.createSymbolicLink(model.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(model.resolve("circle"), Path.of("circle"));
        ModelFolder folder = new ModelFolder(model);
        for (String name : new String[] {"nowhere", "circle"}) {
            assertThatThrownBy(() -> folder.find(name))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("a link that leads nowhere");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void theDownloadCacheMayLinkToItsOwnBlobsOnly() throws IOException {
        Path snapshot = Files.createDirectories(home.resolve("models--a--b/snapshots/0123abcd"));
        Files.createDirectories(home.resolve("models--a--b/blobs/inner"));
        Files.writeString(home.resolve("models--a--b/blobs/ff00"), "{}");
        Files.writeString(home.resolve("models--a--b/blobs/inner/ff00"), "{}");
        Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of("../../blobs/ff00"));
        Files.createSymbolicLink(snapshot.resolve("inner.json"), Path.of("../../blobs/inner/ff00"));
        Files.createSymbolicLink(snapshot.resolve("leak"), Path.of("../../../secret"));
        Files.createSymbolicLink(home.resolve("latest"), snapshot);

        assertThat(new ModelFolder(snapshot).find("config.json")).isPresent();
        assertThat(new ModelFolder(home.resolve("latest")).find("config.json")).isPresent();
        for (String name : new String[] {"inner.json", "leak"}) {
            assertThatThrownBy(() -> new ModelFolder(snapshot).find(name))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("out of the folder");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void blobsOfAFolderThatIsNoDownloadCacheAreOutside() throws IOException {
        Path snapshot = Files.createDirectories(home.resolve("other/snapshots/0123abcd"));
        Files.writeString(Files.createDirectories(home.resolve("other/blobs")).resolve("ff00"), "{}");
        Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of("../../blobs/ff00"));
        assertThatThrownBy(() -> new ModelFolder(snapshot).find("config.json"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("out of the folder");
    }

    @Test
    void listsNamesInAlphabeticalOrder() throws IOException {
        Files.writeString(model.resolve("a"), "");
        Files.writeString(model.resolve("z"), "");
        assertThat(new ModelFolder(model).names()).containsExactly("a", "config.json", "z");
    }
}
