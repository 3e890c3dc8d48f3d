package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Good files of every kind, damaged at random: each gives rows, bad rows and at most one sentence, and comes to an end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DamagedFileTest {
    private static final String LINES = """
            {"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}]}
            {"prompt":"Why?","chosen":"So.","rejected":"No."}
            {"text":"Once \\ud83d\\ude00 żółw [\\"x\\"]"}
            """.repeat(5);

    private static final String LIST = "[" + LINES.strip().replace("\n", ",\n") + "]";

    @TempDir
    Path folder;

    @Test
    void linesOfJson() throws IOException {
        damage(Packed.bytes(LINES), 1500);
    }

    @Test
    void aListOfJson() throws IOException {
        damage(Packed.bytes(LIST), 1500);
    }

    @Test
    void gzip() throws IOException {
        damage(Packed.joined(Packed.gzip(LINES), Packed.gzip(LINES)), 1000);
        damage(Packed.gzip(LIST), 500);
    }

    @Test
    void zstd() throws IOException {
        damage(Packed.joined(Packed.zstd(LINES), Packed.zstd(LINES)), 1000);
        damage(Zstd.compress(Packed.bytes(LIST), 19), 500);
    }

    @Test
    void parquet() throws Exception {
        for (String name : new String[] {"mixed.parquet", "pairs.parquet", "messages.parquet"}) {
            Path whole = Path.of("src", "test", "resources", "org", "dramatis", "store", "data", "parquet", name);
            damage(Files.readAllBytes(whole), 40);
        }
    }

    private void damage(byte[] whole, int rounds) throws IOException {
        SplittableRandom random = new SplittableRandom(whole.length);
        for (int round = 0; round < rounds; round++) {
            Path file = Files.write(folder.resolve("rows"), damaged(whole, random));
            int rows = 0;
            try (RowReader reader = new DataFile(file).open()) {
                for (; reader.hasNext(); rows++) {
                    assertThat(reader.next().origin().line()).isPositive();
                }
            } catch (DataException refused) {
                assertThat(refused).hasMessageContaining(file.toString());
            }
            assertThat(rows).as("round %d", round).isLessThan(10_000);
        }
    }

    /** Some bits turned over or bytes replaced, and one in three cut or with a piece twice. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextBoolean() ? bytes[at] ^ (1 << random.nextInt(8)) : random.nextInt(256));
        }
        int cut = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, cut);
            case 1 -> Packed.joined(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut / 2, bytes.length));
            default -> bytes;
        };
    }
}
