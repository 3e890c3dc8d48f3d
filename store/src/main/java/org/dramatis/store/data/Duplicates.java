package org.dramatis.store.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.core.cast.Turn;

/**
 * Finds rows that say again what an earlier one said: the same turns, the same pair or the same text, in whatever layout. Of a row
 * it keeps 128 bits of its digest and its origin, in about 32 bytes.
 */
public final class Duplicates {
    private static final int LINE_BITS = 40;

    private final MessageDigest digest = sha256();
    private final DigestTable seen = new DigestTable();
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Where the same content was seen first; empty for content that is new. */
    public Optional<Origin> earlier(Row row) {
        add(row);
        ByteBuffer content = ByteBuffer.wrap(digest.digest());
        OptionalLong place = seen.place(content.getLong(), content.getLong(), place(row.origin()));
        return place.isPresent() ? Optional.of(origin(place.getAsLong())) : Optional.empty();
    }

    private void add(Row row) {
        switch (row) {
            case Row.Chat chat -> add('c', chat.turns());
            case Row.Preference pair -> {
                add('p', pair.context());
                add(pair.chosen());
                add(pair.rejected());
            }
            case Row.Document document -> {
                digest.update((byte) 'd');
                add(document.text());
            }
        }
    }

    private void add(char kind, List<Turn> turns) {
        digest.update((byte) kind);
        digest.update(number(turns.size()));
        for (Turn turn : turns) {
            digest.update((byte) turn.role().name().charAt(0));
            add(turn.text());
        }
    }

    /** With its length, so that texts that are joined differently differ. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(number(bytes.length));
        digest.update(bytes);
    }

    private static ByteBuffer number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).flip();
    }

    private long place(Origin origin) {
        int file = numbers.computeIfAbsent(origin.file(), name -> {
            files.add(name);
            return files.size() - 1;
        });
        return ((long) file << LINE_BITS) | origin.line();
    }

    private Origin origin(long place) {
        return new Origin(files.get((int) (place >>> LINE_BITS)), place & ((1L << LINE_BITS) - 1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
