package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.store.data.ReadText.assistant;
import static org.dramatis.store.data.ReadText.user;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private final Duplicates duplicates = new Duplicates();

    @Test
    void theSameContentIsFoundWhateverItsLayoutWas() {
        assertThat(ReadText.of("""
                {"prompt":"Why?","completion":"So."}
                {"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}]}
                {"id":7,"instruction":"Why?","input":"","output":"\\u0053o."}
                """))
                .extracting(
                        row -> duplicates.earlier((Row) row).map(Origin::line).orElse(0L))
                .containsExactly(0L, 1L, 1L);
    }

    @Test
    void theFirstPlaceIsNamedInWhateverFile() {
        Origin first = new Origin("b.jsonl", 1L << 39);
        assertThat(duplicates.earlier(new Row.Document(new Origin("a.jsonl", 1), "x")))
                .isEmpty();
        assertThat(duplicates.earlier(new Row.Document(first, "y"))).isEmpty();
        assertThat(duplicates.earlier(new Row.Document(new Origin("a.jsonl", 2), "y")))
                .contains(first);
        assertThat(duplicates.earlier(new Row.Document(new Origin("c.jsonl", 3), "y")))
                .contains(first);
    }

    /** What is close, but not the same: cut in other places, said by another, of another kind. */
    @Test
    void differentContentIsNotConfused() {
        List<Turn> question = List.of(user("Why?"));
        List<Row> rows = List.of(
                chat(user("Why?"), assistant("So.")),
                chat(user("Why?S"), assistant("o.")),
                chat(user("Why?"), user("So."), assistant("So.")),
                chat(user("Why?"), assistant("So."), user("So.")),
                chat(ReadText.system("Why?"), user("So."), assistant("So.")),
                new Row.Document(ReadText.FIRST, "Why?So."),
                new Row.Preference(ReadText.FIRST, question, "So.", "No."),
                new Row.Preference(ReadText.FIRST, question, "No.", "So."),
                new Row.Preference(ReadText.FIRST, question, "So.N", "o."));
        assertThat(rows).allSatisfy(row -> assertThat(duplicates.earlier(row)).isEmpty());
        assertThat(rows).allSatisfy(row -> assertThat(duplicates.earlier(row)).contains(ReadText.FIRST));
    }

    /** The oracle is the library's map. Digests of few values meet in the same slots. */
    @Test
    void theTableRemembersWhatAMapRemembers() {
        SplittableRandom random = new SplittableRandom(3);
        DigestTable table = new DigestTable();
        Map<List<Long>, Long> map = new HashMap<>();
        List<OptionalLong> found = new ArrayList<>();
        List<OptionalLong> expected = new ArrayList<>();
        for (long i = 1; i <= 20_000; i++) {
            long high = random.nextLong(10);
            long low = random.nextLong(1000) * 7;
            found.add(table.place(high, low, i));
            Long known = map.putIfAbsent(List.of(high, low), i);
            expected.add(known == null ? OptionalLong.empty() : OptionalLong.of(known));
        }
        assertThat(found).isEqualTo(expected);
    }

    /** 24 bytes, and in the table of slots 4 for each, of which all that were made in between count too. */
    @Test
    void aMillionDigestsTakeAboutFortyBytesEachWithAllThatIsThrownAway() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(5);
        DigestTable table = new DigestTable();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000_000; i++) {
            table.place(random.nextLong(), random.nextLong(), i);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(45_000_000);
    }

    private static Row chat(Turn... turns) {
        return new Row.Chat(ReadText.FIRST, List.of(turns));
    }
}
