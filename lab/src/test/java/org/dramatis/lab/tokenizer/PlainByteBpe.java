package org.dramatis.lab.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Byte-level encoding as the paper tells it, without a thought for speed. */
record PlainByteBpe(List<String> vocabulary, List<BytePairs.Pair> merges, int firstId) {
    private static final Pattern GPT2 = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    List<Integer> encode(String text) {
        List<Integer> ids = new ArrayList<>();
        Matcher words = GPT2.matcher(text);
        while (words.find()) {
            for (String piece : merged(bytes(words.group()))) {
                ids.add(firstId + vocabulary.indexOf(piece));
            }
        }
        return ids;
    }

    /** Merge after merge in the order of learning, each wherever it fits, from the left. */
    private List<String> merged(List<String> pieces) {
        for (BytePairs.Pair merge : merges) {
            for (int i = 0; i + 1 < pieces.size(); i++) {
                if (pieces.get(i).equals(merge.left()) && pieces.get(i + 1).equals(merge.right())) {
                    pieces.set(i, merge.left() + merge.right());
                    pieces.remove(i + 1);
                }
            }
        }
        return pieces;
    }

    /** {@code bytes_to_unicode} of GPT-2: what is not printable is counted on from U+0100. */
    private static List<String> bytes(String word) {
        List<String> letters = new ArrayList<>();
        for (byte signed : word.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(signed);
            letters.add(Character.toString(printable(value) ? value : 256 + unprintableBelow(value)));
        }
        return letters;
    }

    private static int unprintableBelow(int value) {
        int count = 0;
        for (int below = 0; below < value; below++) {
            count += printable(below) ? 0 : 1;
        }
        return count;
    }

    private static boolean printable(int value) {
        return (value >= 33 && value <= 126) || (value >= 161 && value <= 172) || (value >= 174 && value <= 255);
    }
}
