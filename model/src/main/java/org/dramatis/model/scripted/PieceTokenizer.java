package org.dramatis.model.scripted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/**
 * A tokenizer over a list of pieces: a piece's id is its place in the list, and the longest piece that fits is taken. It has no
 * special tokens.
 */
public record PieceTokenizer(List<String> pieces) implements Tokenizer {
    public PieceTokenizer {
        pieces = List.copyOf(pieces);
        if (pieces.contains("") || pieces.stream().distinct().count() != pieces.size()) {
            throw new IllegalArgumentException("the pieces " + pieces + " must differ, and none be empty");
        }
    }

    /** @throws IllegalArgumentException where no piece fits */
    @Override
    public Tokens encode(String text) {
        IntStream.Builder ids = IntStream.builder();
        int at = 0;
        while (at < text.length()) {
            int id = longestAt(text, at);
            ids.add(id);
            at += pieces.get(id).length();
        }
        return Tokens.of(ids.build().toArray());
    }

    private int longestAt(String text, int at) {
        return IntStream.range(0, pieces.size())
                .filter(id -> text.startsWith(pieces.get(id), at))
                .reduce((a, b) -> pieces.get(a).length() >= pieces.get(b).length() ? a : b)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no piece fits '" + text.substring(at) + "': there are " + pieces));
    }

    @Override
    public String quote(String text) {
        return text;
    }

    @Override
    public String decode(Tokens tokens) {
        return IntStream.of(tokens.toArray()).mapToObj(pieces::get).collect(Collectors.joining());
    }

    @Override
    public Optional<Integer> id(String token) {
        return Optional.of(pieces.indexOf(token)).filter(id -> id >= 0);
    }

    @Override
    public int vocabulary() {
        return pieces.size();
    }
}
