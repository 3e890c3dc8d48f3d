package org.dramatis.lab;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.lab.tokenizer.TokenizerWriter;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/** Reads letter by letter, and each mark of a chat template as one token. */
final class Letters implements Tokenizer {
    private static final List<String> MARKS =
            List.of(TokenizerWriter.BEGIN, TokenizerWriter.END, "<|system|>", "<|user|>", "<|assistant|>");
    private static final List<String> PIECES = Stream.of(
                    MARKS.stream(),
                    Stream.of("\n"),
                    IntStream.rangeClosed(' ', '~').mapToObj(Character::toString))
            .flatMap(pieces -> pieces)
            .toList();
    private static final char QUOTED = '\u0001';
    private static final int FIRST_LETTER = MARKS.size() + 1;

    @Override
    public Tokens encode(String text) {
        IntStream.Builder ids = IntStream.builder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == QUOTED) {
                at++;
            } else {
                int id = next(text, at);
                ids.add(id);
                at += PIECES.get(id).length();
            }
        }
        return Tokens.of(ids.build().toArray());
    }

    private static int next(String text, int at) {
        char letter = text.charAt(at);
        for (int id = 0; letter == '<' && id < MARKS.size(); id++) {
            if (text.startsWith(MARKS.get(id), at)) {
                return id;
            }
        }
        if (letter == '\n') {
            return MARKS.size();
        }
        if (letter < ' ' || letter > '~') {
            throw new IllegalArgumentException("'" + letter + "' is none of the letters from ' ' to '~'");
        }
        return FIRST_LETTER + letter - ' ';
    }

    @Override
    public String quote(String text) {
        return text.replace("<|", "<" + QUOTED + "|");
    }

    @Override
    public String decode(Tokens tokens) {
        StringBuilder text = new StringBuilder();
        for (int id : tokens.toArray()) {
            text.append(PIECES.get(id));
        }
        return text.toString();
    }

    @Override
    public Optional<Integer> id(String token) {
        return Optional.of(PIECES.indexOf(token)).filter(id -> id >= 0);
    }

    @Override
    public int vocabulary() {
        return PIECES.size();
    }
}
