package org.dramatis.remote.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.RefusedException;

/**
 * The tokenizer of a server. Texts are asked about once, as far back as is remembered: the same reply is scored in many voices.
 *
 * <p>Where the server cannot be told to take special tokens as plain characters, those that are written out in the words of
 * strangers become special tokens, as they do in the server's own chats.
 */
final class ServerTokenizer implements Tokenizer {
    /** Private use: between the two stands the text of a stranger. */
    private static final char OPEN = '\ue0f0';

    private static final char CLOSE = '\ue0f1';
    private static final int REMEMBERED = 8192;

    private final Words words;
    private final Map<String, Tokens> known = Collections.synchronizedMap(remembering());
    private final Map<Tokens, String> texts = Collections.synchronizedMap(remembering());

    ServerTokenizer(Words words) {
        this.words = words;
    }

    private static <K, V> Map<K, V> remembering() {
        return new LinkedHashMap<>(16, .75F, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public Tokens encode(String text) {
        if (text.isEmpty()) {
            return Tokens.NONE;
        }
        Tokens found = known.get(text);
        if (found == null) {
            found = text.indexOf(OPEN) < 0 ? words.tokens(text, true) : pieces(text);
            known.put(text, found);
        }
        return found;
    }

    /** What is quoted is read by itself. */
    private Tokens pieces(String text) {
        Tokens all = Tokens.NONE;
        int at = 0;
        while (at < text.length()) {
            boolean quoted = text.charAt(at) == OPEN;
            int end = text.indexOf(quoted ? CLOSE : OPEN, at);
            int to = end < 0 ? text.length() : end;
            String piece = text.substring(quoted ? at + 1 : at, to);
            all = all.followedBy(quoted ? words.tokens(piece, false) : encode(piece));
            at = quoted ? to + 1 : to;
        }
        return all;
    }

    @Override
    public String quote(String text) {
        if (text.indexOf(OPEN) >= 0 || text.indexOf(CLOSE) >= 0) {
            throw new IllegalArgumentException(
                    "the text holds U+E0F0 or U+E0F1, private characters that mark special tokens here: remove them");
        }
        boolean plain = text.isEmpty() || !words.tellsSpecial() || encode(text).equals(words.tokens(text, false));
        return plain ? text : OPEN + text + CLOSE;
    }

    @Override
    public String decode(Tokens tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        String text = texts.get(tokens);
        if (text == null) {
            text = words.text(tokens);
            texts.put(tokens, text);
        }
        return text;
    }

    @Override
    public Optional<Integer> id(String token) {
        try {
            return Optional.of(encode(token))
                    .filter(tokens -> tokens.length() == 1)
                    .map(tokens -> tokens.at(0));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    /** Servers do not say. */
    @Override
    public int vocabulary() {
        return Integer.MAX_VALUE;
    }
}
