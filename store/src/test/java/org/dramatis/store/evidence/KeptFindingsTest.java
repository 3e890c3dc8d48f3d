package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFindingsTest {
    private static final Fingerprint ASKED = Fingerprint.of("who are you?");
    private static final Fingerprint OTHER = Fingerprint.of("who am I?");
    private static final String SAID = "I am \u00e6\ud83d\ude00,\na model.\n";

    @TempDir
    Path folder;

    private KeptFindings kept() {
        return new KeptFindings(folder.resolve("model"), Optional.empty());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("model"))) {
            return files.toList();
        }
    }

    @Test
    void whatIsKeptIsFoundAgainByWhoeverAsksTheSame() {
        assertThat(kept().find(ASKED)).isEmpty();

        assertThat(kept().keep(ASKED, SAID)).isEqualTo(SAID);

        assertThat(kept().find(ASKED)).contains(SAID);
        assertThat(kept().find(OTHER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .1, .5, .9})
    void aFileInWhichOneBitChangedIsNoFindingUntilItIsKeptAgain(double place) throws IOException {
        kept().keep(ASKED, SAID);
        byte[] bytes = Files.readAllBytes(files().getFirst());
        bytes[(int) (place * bytes.length)] ^= 1;
        Files.write(files().getFirst(), bytes);

        KeptFindings kept = kept();
        assertThat(kept.find(ASKED)).isEmpty();
        assertThat(kept.notes()).singleElement().asString().contains(files().getFirst() + " is damaged");
        kept.keep(ASKED, SAID);
        assertThat(kept.find(ASKED)).contains(SAID);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .3, .99})
    void aFileThatWasCutIsNoFinding(double share) throws IOException {
        kept().keep(ASKED, SAID);
        byte[] bytes = Files.readAllBytes(files().getFirst());
        Files.write(files().getFirst(), Arrays.copyOf(bytes, (int) (share * bytes.length)));

        assertThat(kept().find(ASKED)).isEmpty();
    }

    @Test
    void aFileUnderTheNameOfAnotherIsNoFinding() throws IOException {
        kept().keep(ASKED, SAID);
        Files.move(files().getFirst(), folder.resolve("model").resolve(OTHER + ".finding"));

        assertThat(kept().find(OTHER)).isEmpty();
    }

    @Test
    void whoeverReadsWhileManyWriteFindsAllOrNothing() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            List<Future<?>> tasks = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> many.submit(() -> {
                        KeptFindings kept = kept();
                        kept.keep(ASKED, SAID);
                        assertThat(kept.find(ASKED)).contains(SAID);
                        assertThat(kept.notes()).isEmpty();
                    }))
                    .toList();
            for (Future<?> task : tasks) {
                task.get();
            }
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("model"), "a file");

        assertThatThrownBy(() -> kept().keep(ASKED, SAID))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("model");
    }

    @Test
    void whatCameWithTheModelIsFoundUntilSomethingElseIsKeptAndIsNotWrittenTo() {
        Fingerprint asked = Fingerprint.of("who?");
        Path brought = folder.resolve("brought");
        new KeptFindings(brought, Optional.empty()).keep(asked, "brought along");
        KeptFindings own = new KeptFindings(folder.resolve("model"), Optional.of(brought));

        assertThat(own.find(asked)).contains("brought along");
        assertThat(own.find(Fingerprint.of("what?"))).isEmpty();
        own.keep(asked, "found here");
        assertThat(own.find(asked)).contains("found here");
        assertThat(new KeptFindings(brought, Optional.empty()).find(asked)).contains("brought along");
    }
}
