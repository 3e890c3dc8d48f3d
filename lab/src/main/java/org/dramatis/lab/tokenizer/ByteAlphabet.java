package org.dramatis.lab.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The 256 characters that stand for bytes in byte-level vocabularies (Radford et al. 2019): printable bytes stand for themselves,
 * the others for characters from U+0100 on, so that every piece can be read in a file.
 */
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /** All of them, in the order of their code points. */
    static List<String> all() {
        return new String(CHARACTERS)
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .toList();
    }

    /** The characters that stand for the bytes of a text. */
    static List<String> spell(String text) {
        List<String> spelling = new ArrayList<>();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            spelling.add(String.valueOf(CHARACTERS[next & 0xff]));
        }
        return spelling;
    }

    private static char[] characters() {
        char[] characters = new char[256];
        char other = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xa1 && value != 0xad);
            characters[value] = printable ? (char) value : other++;
        }
        return characters;
    }
}
