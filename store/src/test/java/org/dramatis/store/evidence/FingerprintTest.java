package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    /** Against {@code printf '\0\0\0\2\0a\0b\0\0\0\1\0c' | sha256sum}. */
    @Test
    void itIsTheStartOfSha256OverPartsWithTheirLengths() {
        assertThat(Fingerprint.of("ab", "c")).hasToString("c0b231391b0b2dbd9ea01bcd4887edfe");
    }

    /** Against {@code printf abc | sha256sum}. */
    @Test
    void ofAFileItIsTheStartOfSha256OverItsBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        assertThat(Fingerprint.ofFile(file)).hasToString("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void partsDoNotRunTogether() {
        List<Fingerprint> all = Stream.of(
                        Fingerprint.of(),
                        Fingerprint.of(""),
                        Fingerprint.of("", ""),
                        Fingerprint.of("ab", "c"),
                        Fingerprint.of("a", "bc"),
                        Fingerprint.of("abc"),
                        Fingerprint.of("abc", ""),
                        Fingerprint.of("c", "ab"))
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void brokenSurrogatesAreToldApart() {
        assertThat(Fingerprint.of("\ud800"))
                .isNotEqualTo(Fingerprint.of("\ud801"))
                .isNotEqualTo(Fingerprint.of("?"));
    }

    @Test
    void itIsReadAsItIsWritten() {
        Fingerprint one = new Fingerprint(1, -1);
        assertThat(one).hasToString("0000000000000001ffffffffffffffff");
        assertThat(Fingerprint.parse(one.toString())).isEqualTo(one);
        assertThatThrownBy(() -> Fingerprint.parse("12G"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'12G' is no fingerprint: 32 digits 0-9 and a-f");
    }
}
