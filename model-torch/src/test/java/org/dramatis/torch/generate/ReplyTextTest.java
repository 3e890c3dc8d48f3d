package org.dramatis.torch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.ByteTokenizer;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsACharacterWhenItsLastByteHasCome() {
        ReplyText text = text();
        for (byte part : bytes("a😀")) {
            text.add(part & 0xff);
        }
        assertThat(told).containsExactly("a", "😀");
    }

    @Test
    void tellsWhatStayedIncompleteAtTheEnd() {
        ReplyText text = text();
        text.add('a');
        text.add(bytes("é")[0] & 0xff);
        assertThat(text.end()).isEqualTo("a\uFFFD");
        assertThat(told).containsExactly("a", "\uFFFD");
    }

    @Test
    void holdsBackWhatMayBecomeAStopString() {
        ReplyText text = text("END");
        for (char letter : "aENb".toCharArray()) {
            assertThat(text.add(letter)).isFalse();
        }
        assertThat(told).containsExactly("a", "ENb");
    }

    @Test
    void tellsTheBeginningOfAStopStringThatNeverCame() {
        ReplyText text = text("END");
        text.add('E');
        assertThat(text.end()).isEqualTo("E");
        assertThat(told).containsExactly("E");
    }

    @Test
    void endsBeforeTheStopStringThatIsCompleteFirst() {
        ReplyText text = text("abcd", "c");
        assertThat(List.of(text.add('x'), text.add('a'), text.add('b'))).containsOnly(false);
        assertThat(text.add('c')).isTrue();
        assertThat(text.end()).isEqualTo("xab");
        assertThat(String.join("", told)).isEqualTo("xab");
    }

    @Test
    void nothingOfTheTokenThatCompletesAStopStringComesAfterIt() {
        ReplyText text =
                new ReplyText(new Pieces("xa", "bSTO", "Py\uFFFD"), new StopStrings(List.of("STOP")), told::add);
        assertThat(List.of(text.add(0), text.add(1))).containsOnly(false);
        assertThat(text.add(2)).isTrue();
        assertThat(text.end()).isEqualTo("xab");
        assertThat(told).containsExactly("xa", "b");
    }

    @Test
    void longRepliesAreDecodedInShortWindows() {
        int[] longest = {0};
        ByteTokenizer bytes = new ByteTokenizer();
        Tokenizer watched = new Pieces() {
            @Override
            public String decode(Tokens tokens) {
                longest[0] = Math.max(longest[0], tokens.length());
                return bytes.decode(tokens);
            }
        };
        String whole = "aé😀中".repeat(100);
        ReplyText text = new ReplyText(watched, new StopStrings(List.of()), told::add);
        for (byte part : bytes(whole)) {
            text.add(part & 0xff);
        }
        assertThat(text.end()).isEqualTo(whole);
        assertThat(longest[0]).isLessThan(40);
    }

    /** Against the definition, letter by letter, on short alphabets where stop strings begin again and again. */
    @Test
    void stopsAndTellsAsTheDefinitionSays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 1_000; round++) {
            String[] stops = random.ints(random.nextInt(1, 4), 1, 5)
                    .mapToObj(length -> word(random, length))
                    .toArray(String[]::new);
            String whole = word(random, random.nextInt(120));
            String expected = before(whole, stops);
            told.clear();
            ReplyText text = text(stops);
            boolean stopped = false;
            for (byte part : bytes(whole)) {
                stopped = text.add(part & 0xff);
                String soFar = String.join("", told);
                assertThat(expected).startsWith(soFar);
                if (stopped) {
                    break;
                }
            }
            assertThat(text.end()).isEqualTo(expected).isEqualTo(String.join("", told));
            assertThat(stopped).isEqualTo(expected.length() < whole.length());
        }
    }

    private static String before(String whole, String... stops) {
        for (int end = 1; end <= whole.length(); end++) {
            String soFar = whole.substring(0, end);
            int longest = Arrays.stream(stops)
                    .filter(soFar::endsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (longest > 0) {
                return soFar.substring(0, end - longest);
            }
        }
        return whole;
    }

    private static String word(SplittableRandom random, int length) {
        String[] letters = {"a", "b", "é", "😀", "中"};
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters[random.nextInt(letters.length)]);
        }
        return word.toString();
    }

    private ReplyText text(String... stops) {
        return new ReplyText(new ByteTokenizer(), new StopStrings(List.of(stops)), told::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tokens that stand for given pieces of text. */
    private static class Pieces implements Tokenizer {
        private final List<String> pieces;

        Pieces(String... pieces) {
            this.pieces = List.of(pieces);
        }

        @Override
        public Tokens encode(String text) {
            throw new AssertionError("a reply comes as tokens: nothing is left to encode");
        }

        @Override
        public String decode(Tokens tokens) {
            return Arrays.stream(tokens.toArray()).mapToObj(pieces::get).collect(Collectors.joining());
        }

        @Override
        public String quote(String text) {
            throw new AssertionError("only text on its way to the model is quoted");
        }

        @Override
        public Optional<Integer> id(String token) {
            return Optional.empty();
        }

        @Override
        public int vocabulary() {
            return pieces.size();
        }
    }
}
